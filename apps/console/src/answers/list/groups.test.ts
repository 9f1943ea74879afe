import { expect, test } from "vitest";
import { aCategory, anAnswer, anAnswerId, aText } from "../testing.ts";
import { groupsOf, moved } from "./groups.ts";

const SIZES = aCategory(1);
const DELIVERY = aCategory(2);

function idsIn(groups: ReturnType<typeof groupsOf>) {
  return groups.map(({ category, answers }) => [category?.id ?? null, ...answers.map(({ id }) => id)]);
}

test("answers stand by category, in the order of both, those of none last", () => {
  const answers = [
    anAnswer(1),
    anAnswer(2, { categoryId: DELIVERY.id }),
    anAnswer(3, { categoryId: SIZES.id }),
    anAnswer(4, { categoryId: DELIVERY.id }),
    anAnswer(5, { categoryId: aCategory(9).id }),
  ];

  expect(idsIn(groupsOf({ categories: [SIZES, DELIVERY], answers }, ""))).toEqual([
    [SIZES.id, anAnswerId(3)],
    [DELIVERY.id, anAnswerId(2), anAnswerId(4)],
    [null, anAnswerId(1), anAnswerId(5)],
  ]);
});

test("all words are sought, without accents and capitals, in questions, texts and keywords of every language", () => {
  const answers = [
    anAnswer(1, { texts: [aText({ source: "Sandals" }), aText({ locale: "pt", question: "Há sapatos à mão?" })] }),
    anAnswer(2, { keywords: ["postage"] }),
  ];
  const found = (sought: string) => groupsOf({ categories: [], answers }, sought).flatMap((group) => group.answers);

  expect(found("SAPATOS mao").map(({ id }) => id)).toEqual([anAnswerId(1)]);
  expect(found("post").map(({ id }) => id)).toEqual([anAnswerId(2)]);
  expect(found("sapatos postage")).toEqual([]);
});

test("an answer changes places with its neighbour in its own category, and stays at the ends", () => {
  const ids = [1, 2, 3].map(anAnswerId);
  const group = [anAnswerId(1), anAnswerId(3)];

  expect(moved(ids, group, anAnswerId(3), -1)).toEqual([3, 2, 1].map(anAnswerId));
  expect(moved(ids, group, anAnswerId(3), 1)).toBeUndefined();
  expect(moved(ids, group, anAnswerId(1), -1)).toBeUndefined();
});
