import type { AnswerEdit, WrittenAnswer } from "@shopbell/protocol/types";
import { say } from "../words.ts";

export interface TypedText {
  readonly question: string;
  readonly source: string;
}

/** An answer as it stands in the editor. What its languages share is written as lines. */
export interface TypedAnswer {
  readonly categoryId: string | null;
  /** One a line. */
  readonly paths: string;
  /** By commas or lines. */
  readonly keywords: string;
  readonly texts: Readonly<Record<string, TypedText>>;
}

export interface TypedFaults {
  readonly question: string | null;
  readonly source: string | null;
  readonly paths: string | null;
  readonly keywords: string | null;
}

export const NO_FAULTS: TypedFaults = { question: null, source: null, paths: null, keywords: null };

const MAX_PATHS = 20;
const MAX_PATH_LENGTH = 200;
const MAX_KEYWORDS = 50;
const MAX_KEYWORD_LENGTH = 60;

const NO_TEXT: TypedText = { question: "", source: "" };

export function typedOf(answer: WrittenAnswer | null): TypedAnswer {
  const texts = answer?.texts.map(({ locale, question, source }) => [locale, { question, source }]) ?? [];
  return {
    categoryId: answer?.categoryId ?? null,
    paths: answer?.paths.join("\n") ?? "",
    keywords: answer?.keywords.join(", ") ?? "",
    texts: Object.fromEntries(texts),
  };
}

export function textAt(typed: TypedAnswer, locale: string): TypedText {
  return typed.texts[locale] ?? NO_TEXT;
}

export function withText(typed: TypedAnswer, locale: string, text: Partial<TypedText>): TypedAnswer {
  return { ...typed, texts: { ...typed.texts, [locale]: { ...textAt(typed, locale), ...text } } };
}

/** What is sent to save one language, and what the languages share. */
export function editOf(typed: TypedAnswer, version: number, locale: string, published: boolean): AnswerEdit {
  const { question, source } = textAt(typed, locale);
  return {
    version,
    locale,
    question: question.trim(),
    source: source.trim(),
    published,
    categoryId: typed.categoryId,
    paths: pathsIn(typed.paths),
    keywords: keywordsIn(typed.keywords),
  };
}

/** Patterns of paths, one a line. A whole address, as it is copied from a browser, becomes its path. */
export function pathsIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((line) => (/^https?:/.test(line) ? pathOf(line) : line));
}

/** The path of an address; a path stays one. */
export function pathOf(address: string): string {
  const typed = address.trim();
  return URL.canParse(typed) ? new URL(typed).pathname : typed.replace(/[?#].*$/s, "");
}

export function keywordsIn(text: string): string[] {
  const words = text.split(/[\n,;]/).map((word) => word.trim());
  return words.filter((word) => word !== "");
}

/** What is wrong before it is sent. A draft may lack its text; what is published may not. */
export function faultsOf({ question, source, published, paths, keywords }: AnswerEdit): TypedFaults {
  return {
    question: question === "" ? say("fault.question") : null,
    source: published && source === "" ? say("fault.source") : null,
    paths: pathsFault(paths),
    keywords: keywordsFault(keywords),
  };
}

function pathsFault(paths: readonly string[]): string | null {
  const wrong = paths.find((path) => !/^\/[^\s?#]*$/.test(path) || path.length > MAX_PATH_LENGTH);
  if (wrong !== undefined) return say("fault.path", { path: wrong });
  return paths.length > MAX_PATHS ? say("fault.paths", { count: MAX_PATHS }) : null;
}

function keywordsFault(keywords: readonly string[]): string | null {
  const long = keywords.find((word) => word.length > MAX_KEYWORD_LENGTH);
  if (long !== undefined) return say("fault.keyword", { word: long });
  return keywords.length > MAX_KEYWORDS ? say("fault.keywords", { count: MAX_KEYWORDS }) : null;
}
