import type { LineState } from "@shopbell/client";
import { isSameDay, type Words } from "../words.ts";

const DAY_MS = 86_400_000;

/**
 * A moment to come as people say it: "today 14:00", "tomorrow 9:00", "Monday 9:00", "2 January 9:00". In the visitor's own zone.
 *
 * @param now epoch milliseconds
 */
export function when(words: Words, at: number, now: number = Date.now()): string {
  return `${dayInWords(words, at, now)} ${words.time(at)}`;
}

/** Its day alone. One that is past is told in days, too: "3 days ago". */
export function dayInWords({ locale }: Words, at: number, now: number): string {
  const days = Math.round((new Date(at).setHours(0) - new Date(now).setHours(0)) / DAY_MS);
  return days < 2 ? nearDay(locale, days) : farDay(locale, at, days);
}

/** A moment by which something is promised: the time alone where that is today. */
export function byWhen(words: Words, at: number): string {
  return isSameDay(at, Date.now()) ? words.time(at) : when(words, at);
}

/** The relay's time: what it says happens then, whatever this device's clock says. */
export function relayNow({ relayAheadMs }: LineState): number {
  return Date.now() + relayAheadMs;
}

/** "6 minutes" */
export function minutes({ locale }: Words, count: number): string {
  return new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" }).format(count);
}

function nearDay(locale: string, days: number): string {
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
}

function farDay(locale: string, at: number, days: number): string {
  return new Intl.DateTimeFormat(locale, days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" }).format(at);
}
