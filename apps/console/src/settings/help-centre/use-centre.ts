import type { HelpCentre } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { centreQuery } from "../../answers/queries.ts";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { askRelay } from "../../http/relay-http.ts";
import { sitePath } from "../../http/site-path.ts";
import { showToast } from "../../ui/toasts.tsx";
import { say } from "../words.ts";
import { answersOf, type CentreAnswers, type CentreFaults, centreOf, faultsOf } from "./centre-answers.ts";

const NO_FAULTS: CentreFaults = { url: null, shopUrl: null };

/** The help centre as it stands on the page, and how it is changed and saved. */
export function useCentre(siteKey: string, saved: HelpCentre) {
  const queries = useQueryClient();
  const [answers, setAnswers] = useState(() => answersOf(saved));
  const [faults, setFaults] = useState(NO_FAULTS);
  const saving = useMutation({
    mutationFn: (sent: HelpCentre) => askRelay<HelpCentre>("PUT", sitePath(siteKey, "help-centre"), sent),
    onSuccess: (_, sent) => {
      queries.setQueryData(centreQuery(siteKey).queryKey, sent);
      setAnswers(answersOf(sent));
      showToast(say("centre.saved"));
    },
  });
  const become = (changed: CentreAnswers) => {
    setAnswers(changed);
    setFaults(NO_FAULTS);
    saving.reset();
  };
  const save = () => {
    const found = faultsOf(answers);
    setFaults(found);
    if (found.url === null && found.shopUrl === null) saving.mutate(centreOf(answers));
  };
  return {
    answers,
    faults,
    unsaved: JSON.stringify(answers) !== JSON.stringify(answersOf(saved)),
    isSaving: saving.isPending,
    refusal: saving.error && refusalSentence(saving.error),
    change: (changes: Partial<CentreAnswers>) => become({ ...answers, ...changes }),
    discard: () => become(answersOf(saved)),
    save,
  };
}
