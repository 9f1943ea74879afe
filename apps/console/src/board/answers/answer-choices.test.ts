import { hexId } from "@shopbell/protocol/testing";
import type { AnswerBook, AnswerId, HelpCentre, WrittenAnswer } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { answerChoices } from "./answer-choices.ts";

const CENTRE: HelpCentre = { locales: ["en", "pt"], url: null, shopUrl: null, publicQuestions: false, holds: true };
const SHOP = { key: "lisboa-shoes", centre: CENTRE };

/** An answer with its published questions by language; those that are drafts begin with a question mark. */
function anAnswer(n: number, questions: Record<string, string>, keywords: string[] = []): WrittenAnswer {
  const texts = Object.entries(questions).map(([locale, question]) => ({
    locale,
    question,
    source: "Yes.",
    published: !question.startsWith("?"),
    slug: `answer-${n}`,
    changedAt: 1_000,
    changedBy: null,
  }));
  return {
    id: hexId(n) as AnswerId,
    categoryId: null,
    paths: [],
    keywords,
    version: 1,
    texts,
    votes: { up: 0, down: 0 },
  };
}

const BOOK: AnswerBook = {
  categories: [],
  answers: [
    anAnswer(1, { pt: "As botas são impermeáveis?", en: "Are the boots waterproof?" }, ["rain"]),
    anAnswer(2, { en: "?Do you ship to Mars?" }),
    anAnswer(3, { en: "Which boots are warm?" }),
    anAnswer(4, { de: "Wo ist der Laden?" }),
  ],
};

function questionsFor(words: string) {
  return answerChoices(BOOK, SHOP, words).map(({ question }) => question);
}

test("without words it is what is published, in its order, each in the shop's dearest language that it has", () => {
  expect(questionsFor("")).toEqual(["Are the boots waterproof?", "Which boots are warm?", "Wo ist der Laden?"]);
});

test("every word must be there, without regard to capitals and accents", () => {
  expect(questionsFor("BOOTS wat")).toEqual(["Are the boots waterproof?"]);
  expect(questionsFor("botas sao")).toEqual(["As botas são impermeáveis?"]);
  expect(questionsFor("rain")).toEqual(["Are the boots waterproof?"]);
  expect(questionsFor("boots rain mars")).toEqual([]);
});

test("those whose question begins with the words come first", () => {
  expect(questionsFor("wh")).toEqual(["Which boots are warm?"]);
  expect(questionsFor("w")).toEqual(["Which boots are warm?", "Wo ist der Laden?", "Are the boots waterproof?"]);
});

test("a choice leads to its page in its language", () => {
  expect(answerChoices(BOOK, SHOP, "botas")).toEqual([
    {
      id: hexId(1),
      locale: "pt",
      question: "As botas são impermeáveis?",
      excerpt: "Yes.",
      link: "/help/lisboa-shoes/pt/a/answer-1",
    },
  ]);
});
