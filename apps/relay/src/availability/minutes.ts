import type { OpeningHours } from "@shopbell/protocol";
import { openSpans } from "./open-spans.ts";
import { wallDate } from "./wall-clock.ts";

const MINUTE_MS = 60_000;

/** Minutes of one day of a site's own calendar. */
export interface DayMinutes {
  readonly day: string;
  /** In which it was open by its hours. */
  readonly announced: number;
  /** In which, moreover, somebody was there. */
  readonly kept: number;
}

/**
 * What was announced and kept from one minute until another, day by day. A minute belongs to what its beginning belongs to.
 *
 * @param from minutes since 1970, as is `until`, which is no part of it
 * @param attended minutes in which somebody was there
 */
export function minutesByDay(
  hours: OpeningHours,
  from: number,
  until: number,
  attended: ReadonlySet<number>,
): DayMinutes[] {
  const days = new Map<string, DayMinutes>();
  for (const minute of openMinutes(hours, from, until)) {
    const day = wallDate(hours.timeZone, minute * MINUTE_MS);
    const { announced, kept } = days.get(day) ?? { announced: 0, kept: 0 };
    days.set(day, { day, announced: announced + 1, kept: kept + (attended.has(minute) ? 1 : 0) });
  }
  return [...days.values()];
}

function* openMinutes(hours: OpeningHours, from: number, until: number): Generator<number> {
  for (const span of openSpans(hours, from * MINUTE_MS)) {
    const end = Math.min(Math.ceil(span.until / MINUTE_MS), until);
    for (let minute = Math.max(Math.ceil(span.from / MINUTE_MS), from); minute < end; minute += 1) yield minute;
    if (end === until) return;
  }
}
