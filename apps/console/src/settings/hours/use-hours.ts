import type { OpeningHours } from "@shopbell/protocol/types";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refusalSentence } from "../../http/problem-sentence.ts";
import { hoursQuery, saveHours } from "../../http/queries-settings.ts";
import { showToast } from "../../ui/toasts.tsx";
import { say } from "../words.ts";
import { sameHours, usualHours } from "./week.ts";

/**
 * The hours as they stand on the page, and how they are changed and saved.
 *
 * @param ownZone of hours that are announced for the first time
 */
export function useHours(siteKey: string, saved: OpeningHours | null, ownZone: string) {
  const queries = useQueryClient();
  const [hours, setHours] = useState(saved);
  // What took long to type comes back when hours are announced again.
  const [withdrawn, setWithdrawn] = useState<OpeningHours | null>(null);
  const saving = useMutation({
    mutationFn: (sent: OpeningHours | null) => saveHours(siteKey, sent),
    onSuccess: (_, sent) => {
      queries.setQueryData(hoursQuery(siteKey).queryKey, { hours: sent });
      showToast(say("hours.saved"));
    },
  });
  const become = (changed: OpeningHours | null) => {
    setHours(changed);
    saving.reset();
  };
  return {
    hours,
    unsaved: !sameHours(hours, saved),
    isSaving: saving.isPending,
    fault: saving.error && refusalSentence(saving.error),
    change: become,
    announce: () => become(withdrawn ?? usualHours(ownZone)),
    withdraw: () => {
      setWithdrawn(hours);
      become(null);
    },
    discard: () => become(saved),
    save: () => saving.mutate(hours),
  };
}
