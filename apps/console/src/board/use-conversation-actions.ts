import type { ConversationSummary } from "@shopbell/protocol/types";
import { useMutation } from "@tanstack/react-query";
import { refusalSentence } from "../http/problem-sentence.ts";
import { actOn, snoozeUntil } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { comingStamp } from "../inbox/coming-stamp.ts";
import { visitorTitle } from "../inbox/row-words.ts";
import { useDesk } from "../line/desk.tsx";
import { showToast } from "../ui/toasts.tsx";
import { type Step, stepBack } from "./possible-actions.ts";

/** Acts on a conversation and says so, with a way back. Nothing is shown as done before the relay has done it. */
export function useConversationActions(row: ConversationSummary) {
  const { clock } = useDesk();
  const { mutate, isPending } = useMutation({
    mutationFn: ({ step }: { step: Step; back: Step | null }) =>
      step.does === "snooze" ? snoozeUntil(row.id, step.until) : actOn(row.id, step.does),
    onSuccess: (_, { step, back }) => {
      const undo = back ? () => mutate({ step: back, back: null }) : undefined;
      showToast(doneWords(step, row, clock.now()), undo);
    },
    onError: (error) => showToast(t("done.failed", { reason: refusalSentence(error) })),
  });
  return { act: (step: Step) => mutate({ step, back: stepBack(step, row) }), pending: isPending };
}

function doneWords(step: Step, row: ConversationSummary, now: number): string {
  const name = visitorTitle(row);
  if (step.does === "snooze") return t("done.snooze", { name, when: comingStamp(step.until, now) });
  return step.does === "reopen" && row.state === "snoozed"
    ? t("done.wake", { name })
    : t(`done.${step.does}`, { name });
}
