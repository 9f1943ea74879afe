import type { ConversationSummary } from "@shopbell/protocol/types";

/** A visitor who has waited this long turns the clock amber. */
export const WARM_AFTER_MS = 2 * 60_000;
/** A visitor who has waited this long turns the clock red. */
export const LATE_AFTER_MS = 5 * 60_000;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Whose turn it is. `since`: how long the one side has waited, or how long ago the other side was answered. */
export type Turn =
  | { readonly whose: "ours"; readonly mood: "calm" | "warm" | "late"; readonly sinceMs: number }
  | { readonly whose: "theirs"; readonly sinceMs: number; readonly at: number }
  | { readonly whose: "nobody"; readonly at: number };

/** Says whose turn it is, and how urgent. `now` is the relay's clock, which also stamped the messages. */
export function whoseTurn(
  row: Pick<ConversationSummary, "state" | "waitingSince" | "lastMessage" | "createdAt">,
  now: number,
): Turn {
  const at = row.lastMessage?.at ?? row.createdAt;
  if (row.state === "closed") return { whose: "nobody", at };
  if (row.waitingSince === null) return { whose: "theirs", sinceMs: Math.max(0, now - at), at };

  const sinceMs = Math.max(0, now - row.waitingSince);
  return { whose: "ours", mood: moodAfter(sinceMs), sinceMs };
}

function moodAfter(waitedMs: number): "calm" | "warm" | "late" {
  if (waitedMs < WARM_AFTER_MS) return "calm";
  return waitedMs < LATE_AFTER_MS ? "warm" : "late";
}

/** A waiting time in the coarsest unit that still says something: `1:12`, then hours, then days. */
export type Figure =
  | { readonly unit: "clock"; readonly text: string }
  | { readonly unit: "hours" | "days"; readonly count: number };

/** The figure on a clock of ours. Seconds are counted for an hour; after that nobody reads them. */
export function waitingFigure(sinceMs: number): Figure {
  if (sinceMs >= DAY) return { unit: "days", count: Math.floor(sinceMs / DAY) };
  if (sinceMs >= HOUR) return { unit: "hours", count: Math.floor(sinceMs / HOUR) };

  const minutes = Math.floor(sinceMs / MINUTE);
  const seconds = Math.floor((sinceMs % MINUTE) / SECOND);
  return { unit: "clock", text: `${minutes}:${String(seconds).padStart(2, "0")}` };
}

/** The figure on a clock of theirs: minutes, hours within a day, and after that the day it was. */
export type Ago =
  | { readonly unit: "now" }
  | { readonly unit: "date" }
  | { readonly unit: "minutes" | "hours"; readonly count: number };

export function agoFigure(sinceMs: number): Ago {
  if (sinceMs < MINUTE) return { unit: "now" };
  if (sinceMs < HOUR) return { unit: "minutes", count: Math.floor(sinceMs / MINUTE) };
  if (sinceMs < DAY) return { unit: "hours", count: Math.floor(sinceMs / HOUR) };
  return { unit: "date" };
}
