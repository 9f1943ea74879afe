import type { AnswerBook, AnswerId, Category, WrittenAnswer } from "@shopbell/protocol/types";
import { folded } from "../languages.ts";

/** The answers of one category, or of none, in their order. */
export interface Group {
  readonly category: Category | null;
  readonly answers: readonly WrittenAnswer[];
}

/** Answers by category, in the order of both, those without one last. What has no answers that are sought is left out. */
export function groupsOf({ categories, answers }: AnswerBook, sought: string): Group[] {
  const found = answers.filter((answer) => isSought(answer, sought));
  const known = new Set(categories.map(({ id }) => id));
  const groups = categories.map((category) => ({
    category,
    answers: found.filter(({ categoryId }) => categoryId === category.id),
  }));
  const others = found.filter(({ categoryId }) => categoryId === null || !known.has(categoryId));
  return [...groups, { category: null, answers: others }].filter((group) => group.answers.length > 0);
}

/** Whether all words are somewhere in an answer, in any of its languages. */
function isSought({ texts, keywords }: WrittenAnswer, sought: string): boolean {
  const all = folded([...texts.flatMap(({ question, source }) => [question, source]), ...keywords].join("\n"));
  const words = folded(sought).split(/\s+/).filter(Boolean);
  return words.every((word) => all.includes(word));
}

/** Ids once one has changed places with its neighbour within a group; undefined where it has none on that side. */
export function moved(
  ids: readonly AnswerId[],
  group: readonly AnswerId[],
  id: AnswerId,
  by: -1 | 1,
): AnswerId[] | undefined {
  const neighbour = group[group.indexOf(id) + by];
  if (neighbour === undefined) return undefined;
  const swapped = new Map([
    [id, neighbour],
    [neighbour, id],
  ]);
  return ids.map((each) => swapped.get(each) ?? each);
}
