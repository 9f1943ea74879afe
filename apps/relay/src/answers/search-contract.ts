import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SYSTEM_CLOCK } from "../clock.ts";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite, loadSites, storeHelp } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import type { SiteShelf } from "./answer.ts";
import { openShelf } from "./open-shelf.ts";
import { EXAMPLES, type Example, publish } from "./search-examples.ts";

/** What is searched, and which questions are found, best first. */
const FOUND: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  en: {
    "how long is delivery to rom": [
      "How long is delivery to Romania?",
      "Which countries do you deliver to?",
      "Can I change the delivery address?",
    ],
    siz: ["Which size is my Alfama?", "Does the Alfama run small?"],
    "retrun my SHOES": ["How do I send shoes back?"],
    exhange: ["Can I exchange a worn pair?"],
    sueed: ["How do I clean suede?"],
    exchanging: ["Can I exchange a worn pair?"],
    klarna: ["How can I pay?"],
    paypal: ["How can I pay?"],
    "shipping to norway": ["Which countries do you deliver to?", "How long is delivery to Romania?"],
    "Hi, I ordered the Alfama last week in size 42 and it is too small, can I exchange it for a 43?": [
      "Which size is my Alfama?",
      "Does the Alfama run small?",
    ],
  },
  pt: {
    devolucao: ["Como faço uma devolução?"],
    devoluções: ["Como faço uma devolução?"],
    "entrega romenia": ["Quanto tempo demora a entrega na Roménia?"],
    CAMURÇA: ["Como limpo a camurça?"],
    portes: ["Quanto tempo demora a entrega na Roménia?"],
  },
  de: {
    "versand nach rumanien": ["Wie lange dauert der Versand nach Rumänien?"],
    grosse: ["Welche Größe ist mein Alfama?"],
    groesse: ["Welche Größe ist mein Alfama?"],
    umtausch: ["Kann ich getragene Schuhe umtauschen?"],
  },
  ru: {
    "доставки в румынию": ["Сколько идёт доставка в Румынию?"],
    размеры: ["Какой у меня размер Alfama?"],
    вернуть: ["Как вернуть обувь?"],
    идет: ["Сколько идёт доставка в Румынию?"],
  },
  ar: {
    توصيل: ["كم يستغرق التوصيل إلى رومانيا؟"],
    احذية: ["كيف أعيد الأحذية؟"],
    "استبدال الحذاء": ["هل يمكنني استبدال حذاء ملبوس؟"],
  },
  ja: {
    靴を交換したい: ["履いた靴を交換できますか？", "靴の返品はどうすればいいですか？"],
    返品: ["靴の返品はどうすればいいですか？"],
    送料: ["ルーマニアへの配送は何日かかりますか？"],
    ｻｲｽﾞ: ["アルファマのサイズはどれですか？", "履いた靴を交換できますか？"],
  },
};

/** What no answer is about: the owner is to learn that it was searched in vain. */
const IN_VAIN: Readonly<Record<string, readonly string[]>> = {
  en: [
    "gift wrapping",
    "umbrella",
    "opening hours",
    "invoice",
    "how do I",
    "the",
    "swapping",
    "wich",
    "feel",
    "?!",
    "",
  ],
  pt: ["fatura", "embrulho para oferta", "como posso"],
  de: ["Rechnung", "Öffnungszeiten", "wie kann ich"],
  ru: ["скидка", "подарок", "как можно"],
  ar: ["هدية", "هل يمكنني"],
  ja: ["ギフト", "領収書", "できますか"],
};

const OF_ALL_SORTS = [
  "a".repeat(200),
  "\u0301".repeat(200),
  "\ufdfa".repeat(200),
  "猫".repeat(200),
  "\ud800".repeat(200),
  "__proto__ constructor toString",
  "((((((((((.*)*)*)*[".repeat(10),
  Array.from({ length: 66 }, (_, nth) => `x${nth}`).join(" "),
];

/** What a search must find, and what it must not, in answers that any database kept. */
export function searchContract(open: () => Promise<Storage>): void {
  let storage: Storage;
  const shelves = new Map<string, SiteShelf>();
  beforeAll(async () => {
    storage = await open();
    for (const [locale, examples] of Object.entries(EXAMPLES))
      shelves.set(locale, await shopThatSpeaks(locale, examples));
  });
  afterAll(() => storage.close());

  async function shopThatSpeaks(locale: string, examples: readonly Example[]): Promise<SiteShelf> {
    const { db } = storage;
    await addSite(db, { ...DEMO_SITE, key: locale }, 1);
    await storeHelp(db, locale, { ...DEMO_SITE.help, locales: [locale] });
    await publish(db, locale, { [locale]: examples });
    const sites = await loadSites(db);
    return openShelf({
      db,
      sites: { known: (key) => sites.find((site) => site.key === key) },
      clock: SYSTEM_CLOCK,
      fault: console.error,
    }).of(locale);
  }

  const search = (locale: string, words: string) => shelves.get(locale)?.search(locale, words, 3) ?? [];
  const found = (locale: string, words: string) => search(locale, words).map(({ question }) => question);
  const cases = Object.entries(FOUND).flatMap(([locale, expected]) =>
    Object.entries(expected).map(([words, questions]) => ({ locale, words, questions })),
  );
  const vain = Object.entries(IN_VAIN).flatMap(([locale, searches]) => searches.map((words) => ({ locale, words })));

  test.each(cases)("in $locale, “$words” leads to what was meant", ({ locale, words, questions }) => {
    expect(found(locale, words)).toEqual(questions);
  });

  test.each(vain)("in $locale, “$words” leads to nothing", ({ locale, words }) => {
    expect(found(locale, words)).toEqual([]);
  });

  describe("while it is typed", () => {
    test("a question is found from two letters of a word on, and stays until its end", () => {
      const question = "Which countries do you deliver to?";
      const typed = "countries do you deliver";
      for (let length = 2; length <= typed.length; length += 1) {
        expect(found("en", typed.slice(0, length)), typed.slice(0, length)).toContain(question);
      }
      expect(found("en", "c")).toEqual([]);
    });

    test("as much of a word is marked as was typed of it, and all of one that is meant", () => {
      const marked = (locale: string, words: string) =>
        search(locale, words).map(({ question, marks }) => marks.map(([from, until]) => question.slice(from, until)));

      expect(marked("en", "how long is delivery to rom")).toEqual([["delivery", "Rom"], ["deliver"], ["delivery"]]);
      expect(marked("de", "gros")).toEqual([["Größ"]]);
      expect(marked("en", "klarna")).toEqual([[]]);
    });
  });

  test("whatever is typed, there is an outcome", () => {
    for (const words of OF_ALL_SORTS) expect(search("en", words), words).toEqual([]);
  });
}
