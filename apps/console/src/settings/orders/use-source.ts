import type { OrderSourceEdit, OrderSourceState } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { showToast } from "../../ui/toasts.tsx";
import { say } from "../words.ts";
import { saveSource, sourceQuery } from "./orders-http.ts";
import {
  answersOf,
  editOf,
  faultsOf,
  isFaulty,
  isUnsaved,
  keepsSecret,
  NO_FAULTS,
  type SourceAnswers,
} from "./source-answers.ts";

/** Where orders are looked up as it stands on the page, and how it is changed and saved. */
export function useSource(siteKey: string, saved: OrderSourceState) {
  const queries = useQueryClient();
  const [answers, setAnswers] = useState(() => answersOf(saved));
  const [faults, setFaults] = useState(NO_FAULTS);
  const saving = useMutation({
    mutationFn: (edit: OrderSourceEdit) => saveSource(siteKey, edit),
    onSuccess: (kept) => {
      queries.setQueryData(sourceQuery(siteKey).queryKey, kept);
      setAnswers(answersOf(kept));
      showToast(say("orders.saved"));
    },
  });
  const become = (changed: SourceAnswers) => {
    setAnswers(changed);
    setFaults(NO_FAULTS);
    saving.reset();
  };
  const save = () => {
    const found = faultsOf(answers, saved);
    setFaults(found);
    if (!isFaulty(found)) saving.mutate(editOf(answers));
  };
  return {
    answers,
    faults,
    keepsSecret: keepsSecret(answers, saved),
    unsaved: isUnsaved(answers, saved),
    isSaving: saving.isPending,
    refusal: saving.error && refusalSentence(saving.error),
    change: (changes: Partial<SourceAnswers>) => become({ ...answers, ...changes }),
    discard: () => become(answersOf(saved)),
    save,
  };
}

export type SourceForm = ReturnType<typeof useSource>;
