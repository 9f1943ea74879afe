import type { ConversationSummary } from "@shopbell/protocol/types";

/** A visitor who has waited this long turns the clock amber. */
export const WARM_AFTER_MS = 2 * 60_000;
/** A visitor who has waited this long turns the clock red. */
export const LATE_AFTER_MS = 5 * 60_000;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export type Mood = "calm" | "warm" | "late";

/** Whose turn it is. `since`: how long the one side has waited, or how long ago the other side was answered. `later`: it was snoozed. */
export type Turn =
  | { readonly whose: "ours"; readonly mood: Mood; readonly sinceMs: number }
  | { readonly whose: "theirs"; readonly sinceMs: number; readonly at: number }
  | { readonly whose: "later"; readonly until: number }
  | { readonly whose: "nobody"; readonly at: number };

type Row = Pick<
  ConversationSummary,
  | ("state" | "waitingSince" | "promisedAt" | "snoozedUntil" | "lastMessage" | "createdAt")
  | ("channel" | "email" | "phone")
>;

/** Says whose turn it is, and how urgent. `now` is the relay's clock, which also stamped the messages. */
export function whoseTurn(row: Row, now: number): Turn {
  const at = row.lastMessage?.at ?? row.createdAt;
  if (row.state === "closed") return { whose: "nobody", at };
  if (row.state === "snoozed") return { whose: "later", until: row.snoozedUntil ?? at };
  if (row.waitingSince === null) return { whose: "theirs", sinceMs: Math.max(0, now - at), at };

  const sinceMs = Math.max(0, now - row.waitingSince);
  const promisedAt = promiseFor(row);
  const mood = promisedAt === null && isAnsweredLater(row) ? "calm" : moodOf(row.waitingSince, promisedAt, now);
  return { whose: "ours", mood, sinceMs };
}

/** A request is not late by a chat's minutes, and nobody named others. */
function isAnsweredLater({ channel, email, phone }: Row): boolean {
  return channel !== "chat" || email !== null || phone !== null;
}

/** The mood of a clock: by what the visitor was promised, in the last third of that time warm, else by the shop's targets. */
function moodOf(since: number, promisedAt: number | null, now: number): Mood {
  const lateAt = promisedAt ?? since + LATE_AFTER_MS;
  const warmAt = promisedAt === null ? since + WARM_AFTER_MS : promisedAt - (promisedAt - since) / 3;
  if (now >= lateAt) return "late";
  return now >= warmAt ? "warm" : "calm";
}

/** By when a visitor who waits was promised an answer, or null: a promise from before they wrote again was kept, or broken, then. */
export function promiseFor({ waitingSince, promisedAt }: Pick<Row, "waitingSince" | "promisedAt">): number | null {
  return promisedAt !== null && waitingSince !== null && promisedAt > waitingSince ? promisedAt : null;
}

/** A promise to a visitor is about to be broken, or is: the last third of its time has begun. */
export function nearsPromise(row: Row, now: number): boolean {
  const turn = whoseTurn(row, now);
  return turn.whose === "ours" && turn.mood !== "calm" && promiseFor(row) !== null;
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
