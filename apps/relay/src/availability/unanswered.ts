import type { Work } from "./roster.ts";

/** A new chat that is left alone for this long was not heard. */
export const ANSWER_WITHIN_MS = 5 * 60_000;

/**
 * Agents whom a chat has called in vain: one that is theirs, or that nobody has taken, and that has begun to wait while they
 * were taking chats. What waited before they came is no sign that they have gone.
 *
 * @param takingSince agents who take chats, and since when
 */
export function calledInVain(takingSince: ReadonlyMap<string, number>, work: readonly Work[]): string[] {
  return [...takingSince].filter(([id, since]) => work.some((some) => calls(some, id, since))).map(([id]) => id);
}

function calls({ assigneeId, calledAt }: Work, agentId: string, since: number): boolean {
  return calledAt !== null && calledAt >= since && (assigneeId === null || assigneeId === agentId);
}
