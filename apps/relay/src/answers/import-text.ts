import { AnswerEdit } from "@shopbell/protocol";
import * as z from "zod";
import type { ImportFault } from "../http/csv.ts";
import { blocksOf } from "./markdown.ts";
import { saysNothing } from "./plain-text.ts";

/** The columns of a table of answers, as it is exported. */
export const COLUMNS = ["id", "locale", "category", "question", "answer", "published", "paths", "keywords"] as const;
export type AnswerColumn = (typeof COLUMNS)[number];

/** One language of an answer that somebody brings. What is undefined was not said, and stays as it is. */
export interface BroughtText {
  readonly row: number;
  readonly id: string | undefined;
  readonly locale: string;
  readonly question: string;
  readonly source: string;
  readonly published: boolean | undefined;
  /** A name; null is none. */
  readonly category: string | null | undefined;
  readonly paths: readonly string[] | undefined;
  readonly keywords: readonly string[] | undefined;
}

/** The table's names for what the protocol's schema names otherwise. */
const COLUMN_OF: Readonly<Record<string, AnswerColumn>> = { source: "answer" };

const PROBLEMS: Readonly<Record<AnswerColumn, string>> = {
  id: "Leave this empty, or as it was exported.",
  locale: "Write one of the languages of this help centre:",
  category: "Write its name on one line, in up to 60 characters.",
  question: "Write the question on one line, in up to 200 characters.",
  answer: "Write the answer in up to 20000 characters.",
  published: "Write yes or no.",
  paths: "Write parts of addresses as /shoes/*, each on a line of its own, up to 20 of them.",
  keywords: "Write each on a line of its own, in up to 60 characters, up to 50 of them.",
};

const EMPTY = "It has no text, so it cannot be published.";

const written = AnswerEdit.shape;

const Brought = z.object({
  id: z.uuid().toLowerCase().optional(),
  locale: written.locale,
  question: written.question,
  source: written.source,
  published: z.boolean().optional(),
  category: written.keywords.element.nullish(),
  paths: written.paths.optional(),
  keywords: written.keywords.optional(),
});

/**
 * Reads one text that somebody brings, or says what is wrong with it.
 *
 * @param locales those that the site has
 */
export function broughtText(
  brought: Record<keyof BroughtText, unknown> & { row: number },
  locales: readonly string[],
): { text: BroughtText } | { faults: ImportFault[] } {
  const { row } = brought;
  const parsed = Brought.safeParse(brought);
  const columns = new Set(parsed.error?.issues.map(({ path: [field] }) => columnOf(field)));
  if (parsed.success && !locales.includes(parsed.data.locale)) columns.add("locale");
  const faults = [...columns].map((column) => ({ row, column, problem: problemWith(column, locales) }));
  if (parsed.success && parsed.data.published && saysNothing(blocksOf(parsed.data.source))) {
    faults.push({ row, column: "answer", problem: EMPTY });
  }
  if (faults.length > 0 || !parsed.success) return { faults };
  const { id, published, category, paths, keywords, ...text } = parsed.data;
  return { text: { row, ...text, id, published, category, paths, keywords } };
}

function columnOf(field: PropertyKey | undefined): AnswerColumn {
  const name = String(field);
  return COLUMN_OF[name] ?? COLUMNS.find((column) => column === name) ?? "question";
}

function problemWith(column: AnswerColumn, locales: readonly string[]): string {
  return column === "locale" ? `${PROBLEMS.locale} ${locales.join(", ")}.` : PROBLEMS[column];
}
