import type { AnswerBook, AnswerId, WrittenAnswer } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { reasonBehind } from "../../http/relay-http.ts";
import { bookQuery, saveAnswer } from "../queries.ts";
import { afterSaving, sameText, sameTyped } from "./same-typed.ts";
import { editOf, faultsOf, NO_FAULTS, type TypedAnswer, typedOf } from "./typed-answer.ts";

/** With what the editor is opened. */
export interface Beginning {
  readonly id: AnswerId;
  /** As it is stored; null is a new one. */
  readonly stored: WrittenAnswer | null;
  readonly typed: TypedAnswer;
  readonly locale: string;
}

/** What was done last: what the page says of it. */
export type Saved = "draft" | "published" | "withdrawn";

interface Sent {
  typed: TypedAnswer;
  locale: string;
  published: boolean;
}

/** An answer as it stands in the editor, and how it is changed and saved: one language at a time, with what all of them share. */
export function useAnswer(siteKey: string, beginning: Beginning, onSaved: (sent: Sent) => void) {
  const { id } = beginning;
  const queries = useQueryClient();
  const [stored, setStored] = useState(beginning.stored);
  const [typed, setTyped] = useState(beginning.typed);
  const [locale, setLocale] = useState(beginning.locale);
  const [faults, setFaults] = useState(NO_FAULTS);
  const [saved, setSaved] = useState<Saved | null>(null);
  const text = stored?.texts.find((each) => each.locale === locale);
  const origin = stored ? typedOf(stored) : beginning.typed;

  const saving = useMutation({
    mutationFn: (sent: Sent) => {
      return saveAnswer(siteKey, id, editOf(sent.typed, stored?.version ?? 0, sent.locale, sent.published));
    },
    onSuccess: (answer, sent) => {
      setStored(answer);
      // What was typed while it was on its way stays, and is unsaved.
      setTyped((now) => (now === sent.typed ? afterSaving(now, sent.locale, answer) : now));
      queries.setQueryData(bookQuery(siteKey).queryKey, (book) => book && withAnswer(book, answer));
      setSaved(whatWasDone(sent.published, text?.published ?? false));
      onSaved(sent);
    },
  });
  // What somebody else has stored in the meantime.
  const catchingUp = useMutation({
    mutationFn: () => queries.fetchQuery({ ...bookQuery(siteKey), staleTime: 0 }),
    onSuccess: ({ answers }) => {
      setStored(answers.find((each) => each.id === id) ?? null);
      saving.reset();
    },
  });
  const isConflict = saving.error !== null && reasonBehind(saving.error) === "conflict";
  const error = catchingUp.error ?? (isConflict ? null : saving.error);
  return {
    stored,
    typed,
    locale,
    faults,
    saved,
    text,
    unsaved: !sameTyped(typed, origin),
    isUnsavedIn: (each: string) => !sameText(typed, origin, each),
    isSaving: saving.isPending || catchingUp.isPending,
    isConflict,
    fault: error && refusalSentence(error),
    change: (changed: TypedAnswer) => {
      setTyped(changed);
      setSaved(null);
      setFaults(NO_FAULTS);
    },
    choose: setLocale,
    discard: () => setTyped(origin),
    save: (published: boolean) => {
      const found = faultsOf(editOf(typed, 0, locale, published));
      setFaults(found);
      const isSound = Object.values(found).every((fault) => fault === null);
      if (isSound && !saving.isPending) saving.mutate({ typed, locale, published });
    },
    keepMine: () => catchingUp.mutate(),
    loadTheirs: () => {
      catchingUp.mutate(undefined, {
        onSuccess: ({ answers }) => setTyped(typedOf(answers.find((each) => each.id === id) ?? null)),
      });
    },
  };
}

export type EditedAnswer = ReturnType<typeof useAnswer>;

function whatWasDone(published: boolean, before: boolean): Saved {
  if (published) return "published";
  return before ? "withdrawn" : "draft";
}

function withAnswer(book: AnswerBook, answer: WrittenAnswer): AnswerBook {
  const known = book.answers.some((each) => each.id === answer.id);
  const answers = book.answers.map((each) => (each.id === answer.id ? answer : each));
  return { ...book, answers: known ? answers : [...answers, answer] };
}
