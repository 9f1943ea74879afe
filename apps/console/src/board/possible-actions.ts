import type { ConversationSummary } from "@shopbell/protocol/types";
import type { ConversationAction } from "../http/queries.ts";

/** What an agent may do with a conversation as it is now. A colleague's is theirs: it can be closed, not taken away. */
export function possibleActions(
  row: Pick<ConversationSummary, "state" | "assignee">,
  me: string,
): readonly ConversationAction[] {
  if (row.state === "closed") return ["reopen"];
  if (row.state === "snoozed") return ["reopen", "close"];
  if (row.assignee === null) return ["claim", "close"];
  return row.assignee.id === me ? ["release", "close"] : ["close"];
}

/** Something that is done with a conversation. */
export type Step = { readonly does: ConversationAction } | { readonly does: "snooze"; readonly until: number };

const OPPOSITES = { claim: "release", release: "claim", close: "reopen", reopen: "close", snooze: "reopen" } as const;

/** What takes a step back: the conversation was as `row` says before it. */
export function stepBack({ does }: Step, row: Pick<ConversationSummary, "state" | "snoozedUntil">): Step {
  if (row.state === "snoozed" && row.snoozedUntil !== null) return { does: "snooze", until: row.snoozedUntil };
  return { does: OPPOSITES[does] };
}
