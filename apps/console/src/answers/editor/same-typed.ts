import type { WrittenAnswer } from "@shopbell/protocol/types";
import { type TypedAnswer, textAt, typedOf, withText } from "./typed-answer.ts";

/** Whether nothing of it is unsaved. */
export function sameTyped(one: TypedAnswer, other: TypedAnswer): boolean {
  const locales = new Set([...Object.keys(one.texts), ...Object.keys(other.texts)]);
  return sameShared(one, other) && [...locales].every((locale) => sameText(one, other, locale));
}

export function sameText(one: TypedAnswer, other: TypedAnswer, locale: string): boolean {
  const [a, b] = [textAt(one, locale), textAt(other, locale)];
  return a.question === b.question && a.source === b.source;
}

function sameShared(one: TypedAnswer, other: TypedAnswer): boolean {
  return one.categoryId === other.categoryId && one.paths === other.paths && one.keywords === other.keywords;
}

/** What stands in the editor once a language was saved: that one as it is stored, the others as they were typed. */
export function afterSaving(typed: TypedAnswer, locale: string, answer: WrittenAnswer): TypedAnswer {
  const { texts, ...shared } = typedOf(answer);
  return { ...withText(typed, locale, texts[locale] ?? {}), ...shared };
}
