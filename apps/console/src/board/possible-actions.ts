import type { ConversationSummary } from "@shopbell/protocol/types";
import type { ConversationAction } from "../http/queries.ts";

/** What an agent may do with a conversation as it is now. A colleague's is theirs: it can be closed, not taken away. */
export function possibleActions(
  row: Pick<ConversationSummary, "state" | "assignee">,
  me: string,
): readonly ConversationAction[] {
  if (row.state === "closed") return ["reopen"];
  if (row.assignee === null) return ["claim", "close"];
  return row.assignee.id === me ? ["release", "close"] : ["close"];
}

/** What takes an action back. */
export const UNDOING: Readonly<Record<ConversationAction, ConversationAction>> = {
  claim: "release",
  release: "claim",
  close: "reopen",
  reopen: "close",
};
