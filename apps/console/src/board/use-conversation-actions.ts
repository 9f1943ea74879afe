import type { ConversationSummary } from "@shopbell/protocol/types";
import { useMutation } from "@tanstack/react-query";
import { refusalSentence } from "../http/problem-sentence.ts";
import { actOn, type ConversationAction } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { visitorTitle } from "../inbox/row-words.ts";
import { showToast } from "../ui/toasts.tsx";
import { UNDOING } from "./possible-actions.ts";

/** Acts on a conversation and says so, with a way back. Nothing is shown as done before the relay has done it. */
export function useConversationActions(row: ConversationSummary) {
  const { mutate, isPending } = useMutation({
    mutationFn: ({ action }: { action: ConversationAction; undoable: boolean }) => actOn(row.id, action),
    onSuccess: (_, { action, undoable }) => {
      const undo = undoable ? () => mutate({ action: UNDOING[action], undoable: false }) : undefined;
      showToast(t(`done.${action}`, { name: visitorTitle(row) }), undo);
    },
    onError: (error) => showToast(t("done.failed", { reason: refusalSentence(error) })),
  });
  return { act: (action: ConversationAction) => mutate({ action, undoable: true }), pending: isPending };
}
