import type { OrderSourceEdit, OrderSourceState } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { reasonBehind } from "../../http/relay-http.ts";
import { showToast } from "../../ui/toasts.tsx";
import { say } from "../words.ts";
import { saveSource, sourceQuery } from "./orders-http.ts";
import {
  answersOf,
  editOf,
  faultsOf,
  forgetsSecret,
  isFaulty,
  isUnsaved,
  keepsSecret,
  NO_FAULTS,
  type SourceAnswers,
  type SourceKind,
} from "./source-answers.ts";

/** What was typed of each kind waits there while one looks around. */
type Typed = Partial<Record<SourceKind, SourceAnswers>>;

/** Where orders are looked up as it stands on the page, and how it is changed and saved. */
export function useSource(siteKey: string, saved: OrderSourceState) {
  const queries = useQueryClient();
  const [kind, setKind] = useState(saved.kind);
  const [typed, setTyped] = useState<Typed>({});
  const [faults, setFaults] = useState(NO_FAULTS);
  const [isAsking, setAsking] = useState(false);
  const answers = typed[kind] ?? answersOf(kind, saved);
  const saving = useMutation({
    mutationFn: (edit: OrderSourceEdit) => saveSource(siteKey, edit),
    onSuccess: (kept) => {
      queries.setQueryData(sourceQuery(siteKey).queryKey, kept);
      setKind(kept.kind);
      setTyped({});
      showToast(say("orders.saved"));
    },
  });
  const become = (chosen: SourceKind, told: Typed) => {
    setKind(chosen);
    setTyped(told);
    setFaults(NO_FAULTS);
    saving.reset();
  };
  const send = () => saving.mutate(editOf(answers));
  const save = () => {
    const found = faultsOf(answers, saved);
    setFaults(found);
    if (isFaulty(found)) return;
    if (forgetsSecret(answers, saved)) setAsking(true);
    else send();
  };
  return {
    answers,
    faults,
    keepsSecret: keepsSecret(answers, saved),
    unsaved: isUnsaved(answers, saved),
    /** Whether a kept secret may be forgotten has to be said first. */
    isAsking,
    isSaving: saving.isPending,
    refusal: saving.error && refusalOf(saving.error, kind),
    choose: (chosen: SourceKind) => become(chosen, typed),
    change: (changes: Partial<Omit<SourceAnswers, "kind">>) =>
      become(kind, { ...typed, [kind]: { ...answers, ...changes } }),
    discard: () => become(saved.kind, {}),
    save,
    answer: (mayForget: boolean) => {
      setAsking(false);
      if (mayForget) send();
    },
  };
}

/** Keys go along with each question, so that the relay takes a WooCommerce shop without https only where whoever runs it says so. */
function refusalOf(error: Error, kind: SourceKind): string {
  const isInsecure = kind === "woocommerce" && reasonBehind(error) === "malformed";
  return isInsecure ? say("source.httpsOnly") : refusalSentence(error);
}

export type SourceForm = ReturnType<typeof useSource>;
