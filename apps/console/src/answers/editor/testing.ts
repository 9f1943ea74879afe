import type { AnswerBook, AnswerEdit, WrittenAnswer } from "@shopbell/protocol/types";
import { the } from "../../testing/render.tsx";
import type { visit } from "../../testing/visit.tsx";
import { aCentre, anAnswerId } from "../testing.ts";

export const SITE = "/v1/agent/sites/lisboa-shoes";
export const ONE = `/answers/${anAnswerId(1)}`;

/** The shop's answers as the relay knows them, which a test may change in the meantime. */
export function aShelf(...answers: WrittenAnswer[]) {
  const book: AnswerBook = { categories: [], answers };
  const reads = {
    [`GET ${SITE}/answers`]: () => structuredClone(book),
    [`GET ${SITE}/help-centre`]: () => aCentre({ locales: ["en", "pt"] }),
    "POST /v1/agent/answer-preview": () => ({ blocks: [] }),
  };
  return { book, reads };
}

export function questionBox() {
  return the<HTMLInputElement>("input[maxlength='200']");
}

export function textBox() {
  return the<HTMLTextAreaElement>("textarea[maxlength='20000']");
}

export function edits(sent: Awaited<ReturnType<typeof visit>>): AnswerEdit[] {
  return sent.filter(({ asked }) => asked.startsWith(`PUT ${SITE}/answers/`)).map(({ body }) => body as AnswerEdit);
}
