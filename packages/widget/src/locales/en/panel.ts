// The app's words. Each is exported by itself, so that the bundle has the words and not their names.

export const unread = "{state}, {count} unread";
export const closeChat = "close the chat";
export const chatWith = "Chat with {shop}";
export const conversationWith = "Conversation with {name}";
export const close = "Close";
export const back = "Back";
export const more = "More";

export const areHere = { one: "{names} is here", other: "{names} are here" } as const;
export const availableNow = "Available now";
export const replyIn = { one: "Reply in about {count} minute", other: "Reply in about {count} minutes" } as const;
export const hereNow = "Here now";
export const awayNow = "Away just now";
export const connecting = "Connecting…";
export const connectingAgain = "Connecting again…";

export const morning = "Good morning. How can we help?";
export const afternoon = "Good afternoon. How can we help?";
export const evening = "Good evening. How can we help?";
export const leave = "Leave your question. We answer it here.";
export const closedBut = "We are closed, but your question is safe with us.";
export const ask = "Ask about a size, a delivery, a return…";
export const aPerson = "A person reads this";
export const enterSends = "Enter sends";
export const runsOn = "Runs on Shopbell";

export const yourMessage = "Your message";
export const writeTo = "Write to {name}…";
export const add = "Add something…";
export const send = "Send";
export const tooMany = "{count} too many";

export const today = "Today";
export const yesterday = "Yesterday";
export const joined = "{name} joined at {time}";
export const left = "{name} left at {time}";
export const closed = "Closed at {time}";
export const mailed = "Also sent to {address} at {time}";
export const reopened = "Open again at {time}";
export const fresh = "New";
export const toNewest = "New messages";
export const automatic = "sent automatically";
export const typing = "Typing";

export const sending = "Sending";
export const sent = "Sent {time}";
export const seen = "Seen";
export const notSent = "Not sent.";
export const again = "Try again";
export const discard = "Delete";
export const offline = "No connection.";
export const offlineKept = "Keep writing: it goes out when you are back.";
export const outdated = "This page is out of date.";
export const outdatedKept = "Reload it to go on. Your words are kept.";
