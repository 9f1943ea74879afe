import type { AnswerBook, AnswerId } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { showToast } from "../../ui/toasts.tsx";
import { bookQuery, saveOrder } from "../queries.ts";
import { say } from "../words.ts";

/** Puts answers into another order: at once on the page, and back where it could not be stored. */
export function useOrder(siteKey: string): (ids: readonly AnswerId[]) => void {
  const queries = useQueryClient();
  const { queryKey } = bookQuery(siteKey);
  const saving = useMutation({
    // One after the other, so that the last one stays.
    scope: { id: `order ${siteKey}` },
    mutationFn: (ids: readonly AnswerId[]) => saveOrder(siteKey, ids),
    onMutate: async (ids) => {
      await queries.cancelQueries({ queryKey });
      queries.setQueryData(queryKey, (book) => book && inOrder(book, ids));
    },
    onError: (error) => {
      showToast(say("list.orderFailed", { reason: refusalSentence(error) }));
      return queries.invalidateQueries({ queryKey });
    },
  });
  return (ids) => saving.mutate(ids);
}

function inOrder(book: AnswerBook, ids: readonly AnswerId[]): AnswerBook {
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = (id: AnswerId) => places.get(id) ?? ids.length;
  return { ...book, answers: book.answers.toSorted((a, b) => placeOf(a.id) - placeOf(b.id)) };
}
