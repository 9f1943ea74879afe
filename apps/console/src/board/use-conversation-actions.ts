import type { ConversationId } from "@shopbell/protocol/types";
import { useMutation } from "@tanstack/react-query";
import { problemSentence } from "../http/problem-sentence.ts";
import { actOn, type ConversationAction } from "../http/queries.ts";
import { reasonBehind } from "../http/relay-http.ts";
import { t } from "../i18n.ts";
import { showToast } from "../ui/toasts.tsx";
import { UNDOING } from "./possible-actions.ts";

/** Acts on a conversation and says so, with a way back. Nothing is shown as done before the relay has done it. */
export function useConversationActions(id: ConversationId, name: string) {
  const { mutate, isPending } = useMutation({
    mutationFn: ({ action }: { action: ConversationAction; undoable: boolean }) => actOn(id, action),
    onSuccess: (_, { action, undoable }) => {
      const undo = undoable ? () => mutate({ action: UNDOING[action], undoable: false }) : undefined;
      showToast(t(`done.${action}`, { name }), undo);
    },
    onError: (error) => showToast(t("done.failed", { reason: problemSentence(reasonBehind(error)) })),
  });
  return { act: (action: ConversationAction) => mutate({ action, undoable: true }), pending: isPending };
}
