/** What mails say. Complete: what another language lacks is said in these words. */
export const EN = {
  fromAgent: "{agent} from {shop}",
  subject: "Your request #{number} at {shop}",
  yourNumber: "Your number",
  arrived: "Your message has arrived at {shop}.",
  answeredBy: "A person answers by {time}.",
  answered: "A person answers as soon as somebody is back.",
  replyHere: "You can answer this mail. What you write lands in the same conversation.",
  open: "Open your request",
  openWhy: "Whoever has this link can read and write there. Keep it to yourself.",
  earlier: "Earlier in this conversation",
  you: "You",
  automatic: "Automatic message",
  at: "{who}, {time}",
  file: "File: {name}",
  transcriptSubject: "Your conversation #{number} with {shop}",
  transcript: "This is what was said, as you asked. Times are {zone}.",
  why: "You get this mail because you asked {shop} something and left this address.",

  alertSubject: {
    one: "A visitor of {shop} is waiting (#{number})",
    other: "{count} visitors of {shop} are waiting (from #{number} on)",
  },
  alert: {
    one: "Somebody rang the bell at {shop} ({time}), and nobody is at the counter.",
    other: "{count} visitors rang the bell at {shop} (the first: {time}), and nobody is at the counter.",
  },
  alertOpen: "Answer in the console",
  alertWhy: "You get this mail because you asked to be told. You can end that in the console, beside your name.",

  confirmPostSubject: "Did you write this? ({shop})",
  confirmPost:
    "Somebody wrote a question or an answer for the public help pages of {shop}, and left this address. If it was you, look at it and confirm it within a day.",
  confirmPostOpen: "Look at it and confirm",
  confirmPostWhy:
    "You get this mail because this address was left at {shop}. If it was not you, do nothing: then nothing is published, and the address is deleted.",

  testSubject: "Shopbell can send mail",
  test: "This is the test message that you asked for. Confirm that it has arrived, and visitors can leave their e-mail address.",
  testOpen: "It has arrived",
  testWhy: "You get this mail because you tested the mail of your Shopbell.",
  testBack: "This message finds its way back by itself: it tests that mail comes in. Nothing is to be done with it.",

  confirmTitle: "Your test message has arrived",
  confirm: "Confirm it here. From then on visitors may leave their e-mail address for the answer.",
  confirmButton: "Yes, it has arrived",
  confirmed: "Mail works",
  confirmedWhy: "Visitors can now leave their e-mail address. You can close this page.",
  stale: "This test is no longer valid",
  staleWhy: "The mail settings have changed since. Send another test message from the console.",
} as const;
