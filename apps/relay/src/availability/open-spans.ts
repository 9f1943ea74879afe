import type { OpeningHours } from "@shopbell/protocol";
import { firstInstantOf, lastEndOf, wallMinutes } from "./wall-clock.ts";

const DAY_MINUTES = 1_440;
const DAY_MS = DAY_MINUTES * 60_000;
/** Nothing further ahead is said of any hours. */
const YEAR_DAYS = 366;
export const YEAR_MS = YEAR_DAYS * DAY_MS;

/** A time in which it is open, until just before `until`: in instants, or in minutes of the wall clock. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * When it is open, in order, for at least a year: the span that `at` is in, or else the next, and those after it.
 * Intervals that touch or overlap are one, over midnight too.
 *
 * Where the clock changes, an interval runs from the first instant that shows its beginning to the last that shows a time before
 * its end: what closes at 23:00 stays closed when the clock is set back from midnight to 23:00, what closes at 23:30 does not.
 * A time that the clock jumps over comes when the jump ends: an interval that lies within the jump is left out that day.
 */
export function openSpans(hours: OpeningHours, at: number): Generator<Span> {
  // Joined on the wall, since minutes are quicker to compare than instants are to find: what is always open is one span.
  const onTheWall = joined(intervalsOnTheWall(hours, at));
  // And in time: what is apart on the wall may not be, where the clock jumps over the pause or shows it twice.
  return joined(inInstants(onTheWall, hours.timeZone, at));
}

/**
 * From two days back: an interval may last through its next day, and a clock that is set back shows the evening of that day
 * again. To a day more than a year ahead, so that what is open for longer is seen to be.
 */
function* intervalsOnTheWall(hours: OpeningHours, at: number): Generator<Span> {
  const exceptions = new Map(hours.exceptions.map(({ date, intervals }) => [Date.parse(date) / DAY_MS, intervals]));
  const today = Math.floor(wallMinutes(hours.timeZone, at) / DAY_MINUTES);
  for (let day = today - 2; day <= today + YEAR_DAYS + 1; day += 1) {
    for (const { from, until } of exceptions.get(day) ?? hours.week[weekday(day)] ?? []) {
      yield { from: day * DAY_MINUTES + from, until: day * DAY_MINUTES + until };
    }
  }
}

/** Leaves out what is over at an instant, and what lies in a jump of the clock. */
function* inInstants(spans: Iterable<Span>, timeZone: string, at: number): Generator<Span> {
  for (const span of spans) {
    const until = lastEndOf(timeZone, span.until);
    if (until <= at) continue;
    const from = firstInstantOf(timeZone, span.from);
    if (from < until) yield { from, until };
  }
}

/** @param spans in the order of their beginnings. */
function* joined(spans: Iterable<Span>): Generator<Span> {
  let whole: Span | undefined;
  for (const span of spans) {
    if (whole === undefined) whole = span;
    else if (span.from <= whole.until) whole = { from: whole.from, until: Math.max(whole.until, span.until) };
    else {
      yield whole;
      whole = span;
    }
  }
  if (whole !== undefined) yield whole;
}

/** Monday is 0. Days are counted from the first of 1970, a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
