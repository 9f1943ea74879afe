// Words of what visitors help themselves with.

export const often = "Often asked";
export const perhaps = "Perhaps this helps";
export const notFound = "No answer to this yet. Send it: a person reads it.";
export const found = { one: "{count} answer", other: "{count} answers" } as const;
export const moment = "One moment…";
export const answerAway = "This answer cannot be fetched just now.";
export const useful = "Was this useful?";
export const yes = "Yes";
export const no = "No";
export const thanks = "Thank you.";
export const sorry = "Thank you for saying so. A person knows more.";
export const asPage = "Open as a page";
export const allAnswers = "All our answers";
export const person = "Still need a person? Write to us";
export const personSend = "Still need a person? Send what you wrote";

export const fromAnswers = "From our answers";
export const readHere = "Read it here";
export const readLess = "Show less";

export const whereOrder = "Where is my order?";
export const noWaiting = "Number and e-mail. No waiting.";
export const orderNumber = "Order number";
export const orderEmail = "E-mail address of the order";
export const find = "Find it";
export const finding = "Looking…";
export const numberMissing = "The number is in the confirmation mail.";
export const emailInvalid = "This is not an e-mail address. Is a letter missing?";
export const orderUnknown =
  "We find no order with this number and this e-mail address. After many tries, wait an hour.";
export const ordersDown = "The shop’s system does not answer just now. A person can look it up.";
export const askPerson = "Ask a person";
export const aboutOrder = "Order {number}: ";
export const yourOrder = "Your order";
export const order = "Order {number}";
export const anotherOrder = "Another order";
export const follow = "Follow with {carrier}";
export const pieces = "{count} × {name}";
export const expected = "{status}, expected {day}";
export const wasExpected = "{status}, was expected {day}";
/** Of a whole order, by the step that it is at. */
export const states = {
  placed: "We have your order",
  paid: "Paid",
  packed: "Packed",
  shipped: "On its way",
  delivered: "Delivered",
  returned: "Returned",
  cancelled: "Cancelled",
} as const;
export const steps = { ...states, placed: "Ordered", shipped: "Courier" } as const;
export const atDoor = "At your door";
export const packedIn = "Packed in {place}";
export const stepAt = "{step}, {place}";

export const otherWays = "Other ways to reach us";
export const ways = {
  phone: "Phone",
  email: "E-mail",
  whatsapp: "WhatsApp",
  messenger: "Messenger",
  instagram: "Instagram",
  telegram: "Telegram",
} as const;
export const until = "until {when}";
export const from = "from {when}";
export const opensApp = "opens the app";
