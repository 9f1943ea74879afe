import { expect, test } from "vitest";
import { helpLink } from "./help-link.ts";
import { languageName, nameIn, textIn } from "./languages.ts";
import { aCentre, anAnswer, aText } from "./testing.ts";

test("an answer says its question in the first language that it has, else in any", () => {
  const answer = anAnswer(1, { texts: [aText({ locale: "de" }), aText({ locale: "pt", question: "Olá?" })] });

  expect(textIn(answer, ["en", "pt", "de"])?.question).toBe("Olá?");
  expect(textIn(answer, ["en"])?.locale).toBe("de");
  expect(textIn(anAnswer(1, { texts: [] }), ["en"])).toBeUndefined();
});

test("so does a category its name; languages have names", () => {
  expect(nameIn({ de: "Versand", pt: "Entrega" }, ["en", "pt"])).toBe("Entrega");
  expect(nameIn({ de: "Versand" }, ["en"])).toBe("Versand");
  expect(nameIn({}, ["en"])).toBe("");
  expect(languageName("pt-BR")).toBe("Brazilian Portuguese");
});

test("a published answer is found below the shop's help centre, wherever that is reached", () => {
  const text = { locale: "ja", slug: "サイズ" };

  expect(helpLink(aCentre(), "lisboa-shoes", text)).toBe("/help/lisboa-shoes/ja/a/%E3%82%B5%E3%82%A4%E3%82%BA");
  expect(helpLink(aCentre({ url: "https://help.shop.example/" }), "lisboa-shoes", { ...text, slug: "sizes" })).toBe(
    "https://help.shop.example/ja/a/sizes",
  );
});
