/** The page of public questions under Answers. */
export const questions = {
  title: "Public questions",
  what: "What visitors ask and answer under your answers. Their e-mail addresses are confirmed, and never shown.",
  count: { one: "{count} to look at", other: "{count} to look at" },

  "off.title": "Public questions are off",
  "off.what":
    "With them, readers of your help centre ask under an answer, and you or other readers answer where everybody can see it. Nothing appears before you have looked at it, unless you say so.",
  "off.settings": "Turn them on in the settings",
  "off.askOwner": "An owner can turn them on in the settings of the help centre.",
  "noMail.title": "Nobody can ask just now",
  "noMail.what":
    "Whoever asks confirms their e-mail address, and no mail goes out. Until it does, “Ask publicly” does not stand under your answers.",
  "noMail.settings": "Set up mail",
  "noMail.askOwner": "An owner can set up mail in the settings.",
  "empty.title": "Nobody has asked anything yet",
  "empty.what":
    "“Ask publicly” stands under each answer in your help centre. What is asked there waits here until you have looked at it.",

  "held.title": "Waiting for you",
  "held.what": "Nobody else sees these yet.",
  "held.empty": "Nothing waits to be looked at.",
  "shown.title": "On your pages",
  "shown.what": "Readers see these under the answer.",
  "shown.empty": "Nothing is shown yet.",
  "hidden.title": "Hidden",
  "hidden.what": "Only you see these.",
  "hidden.empty": "Nothing was hidden.",

  asked: "{name} asks",
  answered: "{name} answers",
  byShop: "{name} answers for you",
  under: "Under “{question}”",
  reported: { one: "Reported by {count} person", other: "Reported by {count} people" },

  show: "Show",
  hide: "Hide",
  answer: "Answer",
  answerLabel: "Your answer, for everybody to read",
  answerWhat: "It appears with your name, and with the question where that was not shown yet.",
  send: "Publish the answer",
  cancel: "Cancel",
  failed: "Not done. {reason}",
  "done.shown": "Shown under the answer",
  "done.hidden": "Hidden",
  "done.answered": "Answered publicly",
} as const;
