import type { AnswerBook, AnswerId, WrittenAnswer } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { reasonBehind } from "../../http/relay-http.ts";
import { bookQuery, saveAnswer } from "../queries.ts";
import { editOf, type TypedAnswer } from "./typed-answer.ts";

/** What was sent to be saved: one language, and what all of them share. */
export interface Sent {
  readonly typed: TypedAnswer;
  readonly locale: string;
  readonly published: boolean;
  /** On what it was written; null makes a new answer. */
  readonly stored: WrittenAnswer | null;
}

/** Why it was not saved: somebody else has changed it, or deleted it, or the relay said no. */
export type Trouble =
  | { readonly kind: "changed"; readonly theirs: WrittenAnswer }
  | { readonly kind: "gone" }
  | { readonly kind: "refused"; readonly why: string };

/** Saves an answer. Where somebody else was faster, what they have made of it is fetched. */
export function useSaving(siteKey: string, id: AnswerId, onSaved: (answer: WrittenAnswer, sent: Sent) => void) {
  const queries = useQueryClient();
  const catchingUp = useMutation({
    mutationFn: async () => {
      const { answers } = await queries.fetchQuery({ ...bookQuery(siteKey), staleTime: 0 });
      return answers.find((each) => each.id === id) ?? null;
    },
  });
  const saving = useMutation({
    mutationFn: ({ typed, stored, locale, published }: Sent) => {
      return saveAnswer(siteKey, id, editOf(typed, stored?.version ?? 0, locale, published));
    },
    onSuccess: (answer, sent) => {
      queries.setQueryData(bookQuery(siteKey).queryKey, (book) => book && withAnswer(book, answer));
      onSaved(answer, sent);
    },
    onError: (error) => {
      if (reasonBehind(error) === "conflict") catchingUp.mutate();
    },
  });
  return {
    isSaving: saving.isPending || catchingUp.isPending,
    trouble:
      saving.error && !catchingUp.isPending ? troubleOf(catchingUp.error ?? saving.error, catchingUp.data) : null,
    send: (sent: Sent) => {
      catchingUp.reset();
      saving.mutate(sent);
    },
    forgetTrouble: saving.reset,
  };
}

/** @param theirs what somebody else has made of it; null where they deleted it, undefined where that was not asked */
function troubleOf(error: Error, theirs: WrittenAnswer | null | undefined): Trouble {
  if (theirs) return { kind: "changed", theirs };
  const isGone = theirs === null || reasonBehind(error) === "not-found";
  return isGone ? { kind: "gone" } : { kind: "refused", why: refusalSentence(error) };
}

function withAnswer(book: AnswerBook, answer: WrittenAnswer): AnswerBook {
  const known = book.answers.some((each) => each.id === answer.id);
  const answers = book.answers.map((each) => (each.id === answer.id ? answer : each));
  return { ...book, answers: known ? answers : [...answers, answer] };
}
