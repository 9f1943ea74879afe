import type { AnswerEdit } from "@shopbell/protocol";
import type { BroughtText } from "./import-text.ts";

/** What an agent writes, ready to be published. */
export function anEdit(parts: Partial<AnswerEdit> = {}): AnswerEdit {
  return {
    version: 0,
    locale: "en",
    question: "How do I return something?",
    source: "Send it back within **30** days.",
    published: true,
    categoryId: null,
    paths: [],
    keywords: [],
    ...parts,
  };
}

/** The nth text that somebody brings, which begins on the second line of their table. */
export function aBroughtText(n: number, parts: Partial<BroughtText> = {}): BroughtText {
  const shared = { category: undefined, paths: undefined, keywords: undefined };
  const text = { locale: "en", question: `Question ${n}?`, source: `Answer ${n}`, published: true };
  return { row: n + 2, id: aUuid(n), ...shared, ...text, ...parts };
}

/** The nth of some answers or categories. */
export function aUuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}
