import { describe, expect, test } from "vitest";
import { directionOf, negotiate, speaker, translator } from "./index.ts";

const ENGLISH = {
  greeting: "Good morning, {name}.",
  unread: { one: "{count} message", other: "{count} messages" },
  close: "Close",
} as const;

describe("t()", () => {
  test("fills the slots of a phrase", () => {
    expect(translator("en", ENGLISH)("greeting", { name: "Ana" })).toBe("Good morning, Ana.");
  });

  test("takes the plural form of the language, not of English", () => {
    const russian = { unread: { one: "{count} сообщение", few: "{count} сообщения", other: "{count} сообщений" } };
    const t = translator("ru", ENGLISH, russian);

    expect([1, 2, 5, 21].map((count) => t("unread", { count }))).toEqual([
      "1 сообщение",
      "2 сообщения",
      "5 сообщений",
      "21 сообщение",
    ]);
  });

  test("says a phrase in the fallback's words where the catalogue lacks it", () => {
    expect(translator("pt", ENGLISH, { close: "Fechar" })("greeting", { name: "Rui" })).toBe("Good morning, Rui.");
  });

  test("says a phrase that is at hand, without a catalogue", () => {
    expect(speaker("en")(ENGLISH.unread, { count: 2 })).toBe("2 messages");
  });

  test("puts a value in as it is, even where it looks like a slot", () => {
    expect(translator("en", ENGLISH)("greeting", { name: "{count}$&" })).toBe("Good morning, {count}$&.");
  });
});

describe("the locale", () => {
  test("is the first wanted one that has a catalogue, with its own region", () => {
    expect(negotiate(["xx", "pt-BR", "en-GB"], ["en", "pt"])).toEqual({ locale: "pt-BR", catalogue: "pt" });
  });

  test("prefers the catalogue of the very region", () => {
    expect(negotiate(["pt-BR"], ["en", "pt", "pt-BR"])).toEqual({ locale: "pt-BR", catalogue: "pt-BR" });
  });

  test("is the fallback where nothing fits or the page wrote nonsense", () => {
    expect(negotiate(["ja", "en_US!", ""], ["en", "pt"])).toEqual({ locale: "en", catalogue: "en" });
    expect(negotiate(["en-!!"], ["pt", "en"])).toEqual({ locale: "pt", catalogue: "pt" });
  });

  test.each([
    ["ar", "rtl"],
    ["ar-EG", "rtl"],
    ["HE", "rtl"],
    ["arn", "ltr"],
    ["pt-PT", "ltr"],
    ["", "ltr"],
  ])("%s is written %s", (locale, direction) => {
    expect(directionOf(locale)).toBe(direction);
  });
});
