import type { AnswerBook, AnswerDraft, AnswerId, HelpCentre } from "@shopbell/protocol/types";
import { useState } from "react";
import { newId } from "../new-id.ts";
import type { EditorSearch } from "./editor-search.ts";
import { typedOf, withText } from "./typed-answer.ts";
import type { Beginning } from "./use-answer.ts";

/** The id in an address. A new answer has one from the beginning, and keeps it when its first save gives it an address. */
export function useAnswerId(param: string): AnswerId {
  const [opened, setOpened] = useState(() => ({ param, id: idOf(param) }));
  if (opened.param === param) return opened.id;
  const next = { param, id: idOf(param) };
  setOpened(next);
  return next.id;
}

export function isNew(param: string): boolean {
  return param === "new";
}

// What is in an address may be no id: then no answer has it.
function idOf(param: string): AnswerId {
  return (isNew(param) ? newId() : param) as AnswerId;
}

/** What it can begin with. */
export interface Known {
  book: AnswerBook;
  centre: HelpCentre;
  /** A reply from a chat, for a new one. */
  draft: AnswerDraft | null;
  search: EditorSearch;
}

/** With what the editor begins: what is stored, a reply from a chat, words that were searched, or nothing. */
export function beginningOf(id: AnswerId, { book, centre, draft, search }: Known): Beginning {
  const stored = book.answers.find((answer) => answer.id === id) ?? null;
  const wanted = [draft?.locale, search.locale, ...(stored?.texts ?? []).map((text) => text.locale)];
  const locale = wanted.find((each) => each !== undefined && centre.locales.includes(each)) ?? firstOf(centre);
  if (stored) return { id, stored, typed: typedOf(stored), locale };
  const text = draft ? { question: draft.question, source: draft.source } : { question: search.question ?? "" };
  return { id, stored, typed: withText(typedOf(null), locale, text), locale };
}

/** The protocol demands one. */
function firstOf({ locales: [first = "en"] }: HelpCentre): string {
  return first;
}
