import type { SiteState } from "@shopbell/protocol";

const MINUTE_MS = 60_000;

/** By when a visitor who begins now was told that a person answers; null where no time was shown. */
export function promisedAt(state: SiteState, now: number): number | null {
  if (state.availability === "away" || state.availability === "closed") return state.answersBy;
  const minutes = state.waitMinutes ?? state.replyMinutes;
  return minutes === null ? null : now + minutes * MINUTE_MS;
}
