import { wallMinutes } from "./wall-clock.ts";

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 1_440;
const WEEK_MINUTES = 7 * DAY_MINUTES;
/** Fewer are chance, and nothing is said of them. */
const ENOUGH = 5;

/** The first reply to a visitor: when they asked, and how long they waited for it. */
export interface FirstReply {
  readonly at: number;
  readonly waitedMs: number;
}

/**
 * How many minutes a first reply takes: the median of what was asked in this hour of the week, by the zone's wall clock, else
 * on this day of the week. Null where too little was asked. Rounded up, at least 1: rather too much is said than too little.
 */
export function medianReplyMinutes(replies: readonly FirstReply[], now: number, timeZone: string): number | null {
  const placed = replies.map(({ at, waitedMs }) => ({ minute: minuteOfWeek(timeZone, at), waitedMs }));
  const current = minuteOfWeek(timeZone, now);
  const asked = [HOUR_MINUTES, DAY_MINUTES]
    .map((length) => placed.filter(({ minute }) => isSame(length, minute, current)))
    .find((group) => group.length >= ENOUGH);
  if (asked === undefined) return null;
  return Math.max(1, Math.ceil(median(asked.map(({ waitedMs }) => waitedMs)) / MINUTE_MS));
}

function minuteOfWeek(timeZone: string, at: number): number {
  return wallMinutes(timeZone, at) % WEEK_MINUTES;
}

function isSame(length: number, minute: number, other: number): boolean {
  return Math.floor(minute / length) === Math.floor(other / length);
}

/** @param values at least one. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
