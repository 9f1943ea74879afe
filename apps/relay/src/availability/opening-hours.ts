import type { OpeningHours } from "@shopbell/protocol";
import { openSpans, YEAR_MS } from "./open-spans.ts";
import { wallDate } from "./wall-clock.ts";

const MINUTE_MS = 60_000;

/** What opening hours say of an instant. */
export interface Opening {
  readonly isOpen: boolean;
  /** When it opens next, while it is closed. Null: not within a year. */
  readonly opensAt: number | null;
  /** When it closes, while it is open. Null: not within a year. */
  readonly closesAt: number | null;
  /** The name of the exception that rules the local date. */
  readonly exception: string | null;
}

/** Whether it is open at an instant, and until when that holds. What happens where the clock changes: see `openSpans`. */
export function openingAt(hours: OpeningHours, at: number): Opening {
  const today = wallDate(hours.timeZone, at);
  const exception = hours.exceptions.find(({ date }) => date === today)?.name ?? null;
  const [span] = openSpans(hours, at);
  if (span === undefined) return { isOpen: false, opensAt: null, closesAt: null, exception };
  return span.from <= at
    ? { isOpen: true, opensAt: null, closesAt: withinYear(span.until, at), exception }
    : { isOpen: false, opensAt: withinYear(span.from, at), closesAt: null, exception };
}

/**
 * The instant at which it has been open for so many minutes. Null: not within a year.
 *
 * @param minutes minutes that pass: on the wall, an hour may be missing among them, or be there twice.
 */
export function openMinutesAfter(hours: OpeningHours, from: number, minutes: number): number | null {
  let leftMs = minutes * MINUTE_MS;
  for (const span of openSpans(hours, from)) {
    const begin = Math.max(span.from, from);
    if (begin + leftMs <= span.until) return withinYear(begin + leftMs, from);
    leftMs -= span.until - begin;
  }
  return null;
}

function withinYear(instant: number, at: number): number | null {
  return instant - at <= YEAR_MS ? instant : null;
}
