import { firstInstantOf, wallDate, wallMinutes } from "./wall-clock.ts";

const DAY_MINUTES = 1_440;

/** Where the last days of a zone's calendar begin, today being one of them. */
export function beginningOfLastDays(timeZone: string, days: number, now: number): { day: string; at: number } {
  const today = Math.floor(wallMinutes(timeZone, now) / DAY_MINUTES);
  const at = firstInstantOf(timeZone, (today - days + 1) * DAY_MINUTES);
  return { day: wallDate(timeZone, at), at };
}
