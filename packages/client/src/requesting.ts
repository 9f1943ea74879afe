import type { ConversationId } from "@shopbell/protocol/types";
import type { LineState, Requesting, Whereto } from "./line-state.ts";

/** What is under way when a visitor leaves where the answer shall go: it replaces what was wrong before. */
export function requesting(
  before: LineState["requesting"],
  conversationId: ConversationId,
  whereto: Whereto,
): Record<ConversationId, Requesting> {
  return { ...before, [conversationId]: { ...whereto, problem: null } };
}
