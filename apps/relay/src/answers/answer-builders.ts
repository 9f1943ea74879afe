import type { AnswerEdit } from "@shopbell/protocol";

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

/** The nth of some answers or categories. */
export function aUuid(n: number): string {
  return `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`;
}
