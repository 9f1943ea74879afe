import type { Author } from "@shopbell/protocol";
import type { Conversation } from "./conversation.ts";

/** Whose turn it is, and what no agent has seen. */
export type Turn = Pick<Conversation, "waitingSince" | "unread">;

/**
 * The turn after a message. A visitor waits since the first message that nobody answered, not since the last;
 * an automatic text of the shop is no answer.
 */
export function turnAfterMessage(turn: Turn, author: Author, at: number): Turn {
  switch (author.kind) {
    case "visitor":
      return { waitingSince: turn.waitingSince ?? at, unread: turn.unread + 1 };
    case "agent":
      return { waitingSince: null, unread: turn.unread };
    case "rule":
      return turn;
  }
}

/** Where a read marker stands after somebody saw everything up to `seq`: never back, never beyond the end (T2). */
export function markerAfter(marker: number, seq: number, lastSeq: number): number {
  return Math.max(marker, Math.min(seq, lastSeq));
}
