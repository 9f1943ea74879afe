import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { shouldRing } from "./should-ring.ts";

export type Inbox = Readonly<Record<ConversationId, ConversationSummary>>;

/** The conversations in which a visitor spoke to this agent between two states of the inbox. */
export function newlySpoken(before: Inbox, after: Inbox, me: string): ConversationSummary[] {
  // Rows are replaced, never changed in place: the same object is the same row.
  return Object.values(after).filter((row) => before[row.id] !== row && shouldRing(before[row.id], row, me));
}
