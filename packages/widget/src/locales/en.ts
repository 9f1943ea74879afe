import type { Catalogue } from "@shopbell/i18n";

/** The loader's words: small, because every page of the shop pays for them. */
export const bell = {
  name: "Chat with {shop}: {state}",
  available: "available now",
  away: "nobody at the counter just now",
  failed: "did not open, press to try again",
} as const satisfies Catalogue;

/** The app's words. */
export const panel = {
  bell: "Chat with {shop}: {state}",
  unread: "{state}, {count} unread",
  closeChat: "close the chat",
  chatWith: "Chat with {shop}",
  conversationWith: "Conversation with {name}",
  close: "Close",
  back: "Back",
  more: "More",

  areHere: { one: "{names} is here", other: "{names} are here" },
  availableNow: "Available now",
  nobodyHere: "Nobody at the counter just now",
  hereNow: "Here now",
  awayNow: "Away just now",
  connecting: "Connecting…",
  connectingAgain: "Connecting again…",

  morning: "Good morning. How can we help?",
  afternoon: "Good afternoon. How can we help?",
  evening: "Good evening. How can we help?",
  leave: "Leave your question. We answer it here.",
  ask: "Ask about a size, a delivery, a return…",
  aPerson: "A person reads this",
  enterSends: "Enter sends",
  yours: "Your conversations",
  you: "You: {text}",
  newCount: "{count} new",
  runsOn: "Runs on Shopbell",

  yourMessage: "Your message",
  writeTo: "Write to {name}…",
  add: "Add something…",
  send: "Send",

  today: "Today",
  yesterday: "Yesterday",
  joined: "{name} joined at {time}",
  left: "{name} left at {time}",
  closed: "Closed at {time}",
  reopened: "Open again at {time}",
  fresh: "New",
  toNewest: "New messages",
  automatic: "sent automatically",
  typing: "Typing",

  sending: "Sending",
  sent: "Sent {time}",
  seen: "Seen",
  notSent: "Not sent.",
  again: "Try again",
  delete: "Delete",
  ourFault: "We could not save your message.",
  ourFaultKept: "Our side failed. Your words are still here.",
  offline: "No connection.",
  offlineKept: "Keep writing: it goes out when you are back.",
  outdated: "This page is out of date.",
  outdatedKept: "Reload it to go on. Your words are kept.",

  forget: "End and forget on this device",
  forgetHint: "For a shared computer. Nothing stays here.",
} as const satisfies Catalogue;
