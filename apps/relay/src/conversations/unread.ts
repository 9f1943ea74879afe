import type { Author } from "@shopbell/protocol";
import type { Conversation } from "./conversation.ts";

/** Whose turn it is, and what no agent has seen. */
export type Turn = Pick<Conversation, "waitingSince" | "unread">;

type Waiting = Pick<Conversation, "state" | "waitingSince">;

/**
 * The turn after a message. A visitor waits since the first message that nobody answered, not since the last;
 * an automatic text of the shop is no answer.
 */
export function turnAfterMessage({ waitingSince, unread }: Turn, author: Author, at: number): Turn {
  switch (author.kind) {
    case "visitor":
      return { waitingSince: waitingSince ?? at, unread: unread + 1 };
    case "agent":
      return { waitingSince: null, unread };
    case "rule":
      return { waitingSince, unread };
  }
}

/**
 * Since when the visitor waits after a reopening. Closing answers nothing, so an agent who reopens finds the wait that was there; a visitor who
 * comes back to what was closed begins a new one with the message that brought them.
 */
export function waitAfterReopening({ state, waitingSince }: Waiting, by: Author): number | null {
  return by.kind === "visitor" && state === "closed" ? null : waitingSince;
}

/** Since when the visitor waits, as agents are told: only in an open conversation does somebody wait for them. */
export function waitingIn({ state, waitingSince }: Waiting): number | null {
  return state === "open" ? waitingSince : null;
}

/** Where a read marker stands after somebody saw everything up to `seq`: never back, never beyond the end (T2). */
export function markerAfter(marker: number, seq: number, lastSeq: number): number {
  return Math.max(marker, Math.min(seq, lastSeq));
}
