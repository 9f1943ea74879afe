import type { AnswerId, AnswerText, Category, HelpCentre, WrittenAnswer } from "@shopbell/protocol/types";

const NUMBER = "00000000-0000-4000-8000-";

export function anAnswerId(n = 1): AnswerId {
  return `${NUMBER}${String(n).padStart(12, "0")}` as AnswerId;
}

export function aText(changes: Partial<AnswerText> = {}): AnswerText {
  return {
    locale: "en",
    question: "Does the Alfama run small?",
    source: "Take your usual size.",
    published: true,
    slug: "does-the-alfama-run-small",
    changedAt: 1_000,
    changedBy: "Ana",
    ...changes,
  };
}

/** An answer whose question follows from its number. */
export function anAnswer(n: number, changes: Partial<WrittenAnswer> = {}): WrittenAnswer {
  return {
    id: anAnswerId(n),
    categoryId: null,
    paths: [],
    keywords: [],
    version: 1,
    texts: [aText({ question: `Question ${n}?` })],
    votes: { up: 0, down: 0 },
    ...changes,
  };
}

export function aCategory(n: number, changes: Partial<Category> = {}): Category {
  return { id: `${NUMBER}c${String(n).padStart(11, "0")}`, icon: "truck", names: { en: `Category ${n}` }, ...changes };
}

export function aCentre(changes: Partial<HelpCentre> = {}): HelpCentre {
  return { locales: ["en"], url: null, shopUrl: null, publicQuestions: false, holds: true, ...changes };
}
