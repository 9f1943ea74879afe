import type { PublicPost } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { showToast } from "../../ui/toasts.tsx";
import { useSite } from "../site.tsx";
import { answerPost, changePost, postsQuery } from "./posts-http.ts";
import { say } from "./words.ts";

interface PostActs {
  isPending: boolean;
  change(state: "shown" | "hidden"): void;
  answer(text: string): void;
  /** Why an answer did not go out; null where nothing is wrong. */
  fault: string | null;
}

/** What can be done about a post. @param onDone before the lists are read again */
export function usePost({ id }: PublicPost, onDone: () => void): PostActs {
  const { key } = useSite();
  const queries = useQueryClient();
  const told = (words: string) => {
    onDone();
    showToast(words);
    return queries.invalidateQueries({ queryKey: postsQuery(key).queryKey });
  };
  const failed = (error: unknown) => say("failed", { reason: refusalSentence(error) });
  const change = useMutation({
    mutationFn: (state: "shown" | "hidden") => changePost(key, id, state),
    onSuccess: (_, state) => told(say(`done.${state}`)),
    onError: (error) => showToast(failed(error)),
  });
  const answer = useMutation({
    mutationFn: (text: string) => answerPost(key, id, text),
    onSuccess: () => told(say("done.answered")),
  });
  const fault = answer.error && failed(answer.error);
  return { isPending: change.isPending || answer.isPending, change: change.mutate, answer: answer.mutate, fault };
}
