// Words for where one has to wait, and of what is answered later.

export const busyNow = "Busy just now";
export const busyFor = "Busy: about {minutes}";
export const openUntil = "Open until {time} (your\u00a0time), away just now";
export const opens = "Opens {when} (your\u00a0time)";
export const closedNow = "Closed just now";
export const busyAbout = "busy, about {minutes}";
export const closedOpens = "closed, opens {when} (your time)";
export const nobodyHere = "Nobody at the counter just now";
export const opensIn = "We open in {minutes}. Your question is safe with us.";

export const answersBy = "A person answers by {when}.";
export const answersByAsk = "A person answers by {when}. We ask for your e-mail after you send.";

export const calling = "We are calling someone";
export const callingNobody = "We are open, but nobody is at the counter this minute.";
export const callingUntil = "If nobody comes by {time}, we ask where to answer.";
export const callingStay = "The answer appears here, also when you come back later.";

export const where = "Where shall we answer?";
export const arrived = "Your message has arrived. With an address we can reach you even if you close this page.";
export const cameBack = "Our answer came back from {address}. Is the address right?";
export const email = "E-mail address";
export const emailHint = "Used for this answer only. No newsletter.";
export const sendMe = "Send me the answer";
export const callMe = "Call me back instead";
export const callMeToo = "Call me back as well";
export const mailMe = "Send me an e-mail instead";
export const mailMeToo = "Send me an e-mail as well";
export const whichNumber = "Which number shall we call?";
export const arrivedCall = "Your message has arrived. A person calls you back.";
export const phone = "Telephone number";
export const phoneHint = "With + and the country, like +351 21 000 0142.";
export const time = "When";
export const anyTime = "As soon as you can";
export const call = "Call me back";
export const isHere = "{name} is here now. You can also just write.";
export const notNeeded = "Never mind";
export const keep = "Leave it as it was";
export const saving = "Saving…";

export const emailInvalid = "This is not an e-mail address. Is a letter missing?";
export const phoneInvalid = "This is not a telephone number. Begin with + and the country.";
export const timeInvalid = "This time is taken back. Choose another one.";
export const notSaved = "That was not saved. Try again in a moment.";

export const number = "Your number";
export const answeredBy = "Answered by {when}";
export const late = "We said {when}, and are late. You have not been forgotten.";
export const toEmail = "The answer goes to {address} and appears here.";
export const toPhone = "We call you at {phone}.";
export const toPhoneAt = "We call you at {phone}, {when}.";
export const change = "Not right? Change";
export const link = "Your private link";
export const copy = "Copy";
export const copied = "Copied";
export const code = "QR code of your private link";
export const here = "We answer here: come back to this page.";
export const safe = "Your message has arrived.";
export const lineEmail = "{number} · answer also goes to {address}";
export const linePhone = "{number} · we call {phone}";
export const lineHere = "{number} · the answer appears here";
