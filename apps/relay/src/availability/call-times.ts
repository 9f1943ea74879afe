import type { OpeningHours } from "@shopbell/protocol";
import { openSpans } from "./open-spans.ts";
import { wallDate, wallMinutes } from "./wall-clock.ts";

const MINUTE_MS = 60_000;
const HALF_HOUR_MINUTES = 30;
const HALF_HOUR_MS = HALF_HOUR_MINUTES * MINUTE_MS;
/** What an agent needs to see a call coming. */
const AHEAD_MS = 15 * MINUTE_MS;
const MAX_DAYS = 3;
const MAX_TIMES = 40;

/**
 * When a visitor may ask to be called: half hours on the shop's wall clock that lie wholly within its opening hours, on the
 * next days that have any. None without announced hours: nobody promised to be at the phone.
 */
export function callTimes(hours: OpeningHours | null, now: number): number[] {
  if (hours === null) return [];
  const times: number[] = [];
  const days = new Set<string>();
  for (const at of halfHours(hours, now + AHEAD_MS)) {
    days.add(wallDate(hours.timeZone, at));
    if (days.size > MAX_DAYS) return times;
    times.push(at);
    if (times.length === MAX_TIMES) return times;
  }
  return times;
}

/** Whether a visitor may ask to be called at an instant. */
export function isCallTime(hours: OpeningHours | null, now: number, at: number): boolean {
  return callTimes(hours, now).includes(at);
}

/** The beginnings of half hours that it is open, from an instant on. */
function* halfHours(hours: OpeningHours, from: number): Generator<number> {
  for (const span of openSpans(hours, from)) {
    const first = nextHalfHour(hours.timeZone, Math.max(span.from, from));
    for (let at = first; at + HALF_HOUR_MS <= span.until; at += HALF_HOUR_MS) yield at;
  }
}

/** Of the wall clock: it may be a quarter of an hour apart from that of other zones. */
function nextHalfHour(timeZone: string, at: number): number {
  const minutes = wallMinutes(timeZone, at);
  const missing = Math.ceil(minutes / HALF_HOUR_MINUTES) * HALF_HOUR_MINUTES - minutes;
  return at + Math.round(missing * MINUTE_MS);
}
