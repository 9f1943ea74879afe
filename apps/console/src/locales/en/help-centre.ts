/** Settings, Help centre. */
export const helpCentre = {
  "centre.title": "Help centre",
  "centre.what": "Public pages with your answers, for visitors and for search engines.",
  "centre.open": "Open the help centre",
  "centre.save": "Save help centre",
  "centre.saved": "Help centre saved",

  "centre.languages": "Languages",
  "centre.languagesWhat":
    "Answers are written in these. A reader whose language an answer lacks gets it in the first one.",
  "centre.first": "first",
  "centre.add": "Add a language…",
  "centre.up": "Move {language} up",
  "centre.down": "Move {language} down",
  "centre.remove": "Remove {language}",
  "centre.leaving": {
    one: "{count} answer in {language} leaves the help centre. It is kept.",
    other: "{count} answers in {language} leave the help centre. They are kept.",
  },

  "centre.url": "Own address",
  "centre.urlHint":
    "Such as https://help.shop.example, once it leads here: docs/help-centre.md says how. Empty: {address}",
  "centre.urlFault": "Type an address without a path, such as https://help.shop.example.",
  "centre.shop": "Address of the shop",
  "centre.shopHint": "“Back to the shop” leads there. Empty: to the first address that shows the bell.",
  "centre.shopFault": "Type a web address, such as https://shop.example.",

  "centre.questions": "Visitors may ask publicly under an answer",
  "centre.questionsOn":
    "They confirm their e-mail address first. Others may answer too; what the shop answers is marked.",
  "centre.questionsNoMail":
    "Nobody can ask yet: they confirm their e-mail address first, and no mail goes out. Set it up under Settings, Mail.",
  "centre.questionsOff": "Nobody can write on the public pages.",
  "centre.holds": "Look at them first",
  "centre.holdsOn": "What visitors write appears once you have looked at it.",
  "centre.holdsOff": "What visitors write appears at once. You can hide it afterwards.",
} as const;
