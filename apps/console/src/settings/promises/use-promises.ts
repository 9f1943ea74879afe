import type { Promises } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { promisesQuery, savePromises } from "../../http/queries-settings.ts";
import { showToast } from "../../ui/toasts.tsx";
import { say } from "../words.ts";
import {
  answersOf,
  faultsOf,
  isFaulty,
  isUnsaved,
  type PromiseAnswers,
  type PromiseFaults,
  promisesOf,
} from "./promise-answers.ts";

const NO_FAULTS: PromiseFaults = { chat: null, request: null, requestsPerDay: null };

/** The promises as they stand on the page, and how they are changed and saved. */
export function usePromises(siteKey: string, saved: Promises) {
  const queries = useQueryClient();
  const [answers, setAnswers] = useState(() => answersOf(saved));
  const [faults, setFaults] = useState(NO_FAULTS);
  const saving = useMutation({
    mutationFn: (sent: Promises) => savePromises(siteKey, sent),
    onSuccess: (_, sent) => {
      queries.setQueryData(promisesQuery(siteKey).queryKey, sent);
      showToast(say("promises.saved"));
    },
  });
  const become = (changed: PromiseAnswers) => {
    setAnswers(changed);
    setFaults(NO_FAULTS);
    saving.reset();
  };
  const save = () => {
    const found = faultsOf(answers);
    setFaults(found);
    if (!isFaulty(found)) saving.mutate(promisesOf(answers));
  };
  return {
    answers,
    faults,
    unsaved: isUnsaved(answers, saved),
    isSaving: saving.isPending,
    refusal: saving.error && refusalSentence(saving.error),
    change: (changes: Partial<PromiseAnswers>) => become({ ...answers, ...changes }),
    discard: () => become(answersOf(saved)),
    save,
  };
}
