import type { Category } from "@shopbell/protocol";
import { expect, test } from "vitest";
import type { PublishedAnswer, SiteShelf } from "../answers/answer.ts";
import { sectionsOf } from "./sections.ts";

const OTHER = { name: "Other questions", locale: "en" };

function aCategory(id: string, names: Record<string, string>): Category {
  return { id, icon: "star", names };
}

/** A shelf with one answer in each of these categories. */
function aShelf(categories: readonly Category[], ids: readonly (string | null)[]): SiteShelf {
  const answers = ids.map((categoryId) => ({ categoryId }) as PublishedAnswer);
  return { locales: ["en", "pt-PT"], categories, all: () => answers } as Partial<SiteShelf> as SiteShelf;
}

test("categories come in their order, and last what belongs to none", () => {
  const shelf = aShelf([aCategory("b", { en: "Delivery" }), aCategory("a", { en: "Sizes" })], ["a", null, "b", "gone"]);

  expect(sectionsOf(shelf, "en", OTHER).map(({ name, answers }) => [name, answers.length])).toEqual([
    ["Delivery", 1],
    ["Sizes", 1],
    ["Other questions", 2],
  ]);
});

test("a category without answers is not shown", () => {
  expect(sectionsOf(aShelf([aCategory("a", { en: "Sizes" })], []), "en", OTHER)).toEqual([]);
});

test("their places in addresses follow from their names, and are different", () => {
  const names = ["Sizes & fit", "Sizes, fit!", "Tamanhos e opções", "サイズ", "!?", "Other questions"];
  const categories = names.map((name, index) => aCategory(`${index}-of-these`, { en: name }));
  const ids = categories.map(({ id }) => id);
  const sections = sectionsOf(aShelf(categories, [...ids, null]), "en", OTHER);

  expect(sections.map(({ slug }) => slug)).toEqual([
    "sizes-fit",
    "sizes-fit-2",
    "tamanhos-e-opcoes",
    "サイズ",
    "4-of-the",
    "other-questions",
    "other-questions-2",
  ]);
});

test.each([
  ["pt-PT", { en: "Delivery", "pt-PT": "Entrega", pt: "Entregas" }, "Entrega", "pt-PT"],
  ["pt-PT", { en: "Delivery", pt: "Entregas" }, "Entregas", "pt"],
  ["pt-PT", { en: "Delivery", fr: "Livraison" }, "Delivery", "en"],
  ["pt-PT", { fr: "Livraison" }, "Livraison", "fr"],
])("in %s, of %j it is called %s, in %s", (wanted, names, name, locale) => {
  expect(sectionsOf(aShelf([aCategory("a", names)], ["a"]), wanted, OTHER)).toMatchObject([{ name, locale }]);
});
