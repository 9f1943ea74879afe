import type { ConversationSummary } from "@shopbell/protocol/types";
import type { ConversationAction } from "../http/queries.ts";
import { t } from "../i18n.ts";
import type { IconName } from "../ui/icons.tsx";

const LABELS = {
  claim: "pane.take",
  release: "pane.release",
  close: "pane.close",
  reopen: "pane.reopen",
} as const satisfies Record<ConversationAction, string>;

export const ACTION_ICONS: Readonly<Record<ConversationAction, IconName>> = {
  claim: "user",
  release: "release",
  close: "done",
  reopen: "reopen",
};

/** What an action is called: what sleeps is woken, what is closed is reopened. */
export function actionLabel(action: ConversationAction, { state }: Pick<ConversationSummary, "state">): string {
  return t(action === "reopen" && state === "snoozed" ? "pane.wake" : LABELS[action]);
}
