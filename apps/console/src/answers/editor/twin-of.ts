import type { AnswerBook, AnswerId } from "@shopbell/protocol/types";
import { folded } from "../languages.ts";

/** The answer that a shop has to a question already; null where it has none, or nothing is asked yet. */
export function twinOf({ answers }: AnswerBook, locale: string, question: string): AnswerId | null {
  const asked = folded(question.trim());
  const twin = answers.find(({ texts }) =>
    texts.some((text) => text.locale === locale && asked !== "" && folded(text.question.trim()) === asked),
  );
  return twin?.id ?? null;
}
