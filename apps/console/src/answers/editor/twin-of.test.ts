import type { AnswerBook, AnswerId } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { twinOf } from "./twin-of.ts";

const ID = "5b0be11a-0000-4000-8000-000000000001" as AnswerId;

const TEXT = {
  locale: "pt",
  question: "Embrulham prendas?",
  source: "Sim.",
  published: true,
  slug: "prendas",
  changedAt: 1,
};

const BOOK: AnswerBook = {
  categories: [],
  answers: [
    {
      id: ID,
      categoryId: null,
      paths: [],
      keywords: [],
      version: 1,
      texts: [{ ...TEXT, changedBy: null }],
      votes: { up: 0, down: 0 },
    },
  ],
};

test("a question that has an answer in its language is known, however it is written", () => {
  expect(twinOf(BOOK, "pt", " embrulham PRÉNDAS? ")).toBe(ID);
  expect(twinOf(BOOK, "en", "Embrulham prendas?")).toBeNull();
  expect(twinOf(BOOK, "pt", "Embrulham?")).toBeNull();
  expect(twinOf(BOOK, "pt", " ")).toBeNull();
});
