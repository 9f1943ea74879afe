import type { AnswerBook, AnswerText, Category, WrittenAnswer } from "@shopbell/protocol";
import type { AnswerColumn } from "./import-text.ts";

/** A book as a table: one row for each language of each answer, in their order. An import of it changes nothing. */
export function exportRows({ categories, answers }: AnswerBook): Record<AnswerColumn, string>[] {
  const byId = new Map(categories.map((category) => [category.id, category]));
  return answers.flatMap((answer) => {
    const category = byId.get(answer.categoryId ?? "");
    return answer.texts.map((text) => rowOf(answer, text, category));
  });
}

function rowOf(
  { id, paths, keywords }: WrittenAnswer,
  { locale, question, source, published }: AnswerText,
  category: Category | undefined,
): Record<AnswerColumn, string> {
  return {
    id,
    locale,
    category: category?.names[locale] ?? Object.values(category?.names ?? {})[0] ?? "",
    question,
    answer: source,
    published: published ? "yes" : "no",
    paths: paths.join("\n"),
    keywords: keywords.join("\n"),
  };
}
