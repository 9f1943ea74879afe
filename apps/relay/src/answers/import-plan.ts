import type { AnswerBook, AnswerEdit, Category, WrittenAnswer } from "@shopbell/protocol";
import type { ImportFault } from "../http/csv.ts";
import { MOST_ANSWERS } from "./answer.ts";
import { CategoryNames, MAX_CATEGORIES } from "./import-categories.ts";
import type { AnswerColumn, BroughtText } from "./import-text.ts";

/** One language of an answer as it is to be stored, with the version that it becomes. */
export type PlannedText = AnswerEdit & { readonly id: string };

/** What becomes of what somebody brings. With faults, nothing of it is to be stored. */
export interface ImportPlan {
  readonly texts: readonly PlannedText[];
  /** All of the site's; null where they stay as they are. */
  readonly categories: readonly Category[] | null;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly faults: readonly ImportFault[];
}

/** What is known where something is brought. */
export interface Surroundings {
  readonly book: AnswerBook;
  /** Ids that are other sites' answers. */
  readonly foreign: ReadonlySet<string>;
  readonly newId: () => string;
}

type Shared = Pick<AnswerEdit, "categoryId" | "paths" | "keywords">;

/** An answer's texts in what is brought. */
interface BroughtAnswer {
  readonly id: string;
  readonly stored: WrittenAnswer | undefined;
  readonly texts: readonly BroughtText[];
}

/**
 * Decides what becomes of texts that somebody brings: each belongs to the answer that it names, else to the one with the same question
 * in its language, else to a new one.
 *
 * What an answer's languages share is said by its first row, and its other rows must say the same.
 */
export function planImport(brought: readonly BroughtText[], { book, foreign, newId }: Surroundings): ImportPlan {
  const names = new CategoryNames(book.categories);
  const answers = answersOf(brought, book, newId);
  const faults: ImportFault[] = brought
    .filter(({ id }) => id !== undefined && foreign.has(id))
    .map((text) => faultAt(text, "id", "This is an answer of another shop."));
  const texts: PlannedText[] = [];
  const counts = { added: 0, changed: 0, same: 0 };
  for (const answer of answers) {
    const shared = sharedBy(answer, names, newId);
    faults.push(...repeats(answer), ...contradictions(answer, shared));
    for (const text of answer.texts) {
      const planned = plannedText(text, answer, shared[0] ?? NOTHING_SHARED);
      const outcome = outcomeOf(planned, answer.stored);
      counts[outcome] += 1;
      if (outcome !== "same") texts.push(planned);
    }
  }
  if (names.hasTooMany) faults.push(tooManyCategories(brought));
  faults.push(...tooManyAnswers(answers, book));
  return { texts, categories: names.hasChanged ? names.all : null, ...counts, faults: inFileOrder(faults) };
}

const NOTHING_SHARED: Shared = { categoryId: null, paths: [], keywords: [] };

function answersOf(brought: readonly BroughtText[], book: AnswerBook, newId: () => string): BroughtAnswer[] {
  const stored = new Map(book.answers.map((answer) => [answer.id as string, answer]));
  const byQuestion = new Map<string, string>();
  for (const { id, texts } of book.answers.toReversed()) for (const text of texts) byQuestion.set(keyOf(text), id);
  const byId = Map.groupBy(brought, (text) => {
    const id = text.id ?? byQuestion.get(keyOf(text)) ?? newId();
    if (text.id === undefined) byQuestion.set(keyOf(text), id);
    return id;
  });
  return [...byId].map(([id, texts]) => ({ id, stored: stored.get(id), texts }));
}

/** Questions are the same however they are spaced and capitalised. */
function keyOf({ locale, question }: { locale: string; question: string }): string {
  return `${locale} ${question.normalize("NFC").toLowerCase().replace(/\s+/g, " ")}`;
}

/** What each of an answer's texts says of all of them. */
function sharedBy({ stored, texts }: BroughtAnswer, names: CategoryNames, newId: () => string): Shared[] {
  let categoryId = stored?.categoryId ?? null;
  return texts.map(({ locale, category, paths, keywords }) => {
    if (category === null) categoryId = null;
    else if (category !== undefined) categoryId = names.idOf(category, locale, categoryId, newId);
    return {
      categoryId,
      paths: [...(paths ?? stored?.paths ?? [])],
      keywords: [...(keywords ?? stored?.keywords ?? [])],
    };
  });
}

function repeats({ texts }: BroughtAnswer): ImportFault[] {
  return texts.flatMap((text, place) => {
    const first = texts.findIndex(({ locale }) => locale === text.locale);
    const earlier = texts[first];
    if (first === place || earlier === undefined) return [];
    return [faultAt(text, "question", `Row ${earlier.row} is the same answer in the same language.`)];
  });
}

function contradictions({ texts }: BroughtAnswer, [first, ...others]: readonly Shared[]): ImportFault[] {
  return others.flatMap((shared, place) => {
    const text = texts[place + 1];
    if (text === undefined || first === undefined) return [];
    const problem = `Row ${texts[0]?.row} says something else of the same answer.`;
    return columnsThatDiffer(first, shared).map((column) => faultAt(text, column, problem));
  });
}

function columnsThatDiffer(a: Shared, b: Shared): AnswerColumn[] {
  const columns: AnswerColumn[] = [];
  if (a.categoryId !== b.categoryId) columns.push("category");
  if (!isSameList(a.paths, b.paths)) columns.push("paths");
  if (!isSameList(a.keywords, b.keywords)) columns.push("keywords");
  return columns;
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function plannedText(
  { locale, question, source, published }: BroughtText,
  answer: BroughtAnswer,
  shared: Shared,
): PlannedText {
  const text = answer.stored?.texts.find((each) => each.locale === locale);
  return {
    ...shared,
    id: answer.id,
    version: (answer.stored?.version ?? 0) + 1,
    locale,
    question,
    source,
    published: published ?? text?.published ?? false,
  };
}

function outcomeOf(planned: PlannedText, stored: WrittenAnswer | undefined): "added" | "changed" | "same" {
  const text = stored?.texts.find(({ locale }) => locale === planned.locale);
  if (stored === undefined || text === undefined) return "added";
  const isSameText =
    text.question === planned.question && text.source === planned.source && text.published === planned.published;
  return isSameText && columnsThatDiffer(stored, planned).length === 0 ? "same" : "changed";
}

function tooManyCategories(brought: readonly BroughtText[]): ImportFault {
  const problem = `With these there would be more than ${MAX_CATEGORIES} categories.`;
  return { row: brought[0]?.row ?? 1, column: "category", problem };
}

function tooManyAnswers(answers: readonly BroughtAnswer[], book: AnswerBook): ImportFault[] {
  const added = answers.filter(({ stored }) => stored === undefined);
  const first = added[Math.max(0, MOST_ANSWERS - book.answers.length)]?.texts[0];
  return first ? [faultAt(first, null, `From here on there would be more than ${MOST_ANSWERS} answers.`)] : [];
}

function faultAt({ row }: BroughtText, column: AnswerColumn | null, problem: string): ImportFault {
  return { row, column, problem };
}

function inFileOrder(faults: readonly ImportFault[]): ImportFault[] {
  return faults.toSorted((a, b) => a.row - b.row);
}
