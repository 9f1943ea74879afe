import type { Words } from "../words.ts";

const RECENT_MS = 14 * 86_400_000;

/**
 * The day of a date, at its end: the shop's day is the visitor's, as both read it off a calendar.
 *
 * @param date `2026-11-24`
 * @returns epoch milliseconds
 */
export function endOf(date: string): number {
  return Date.parse(`${date}T23:59:59`);
}

/** "Tue 24" */
export function shortDay({ locale }: Words, at: number): string {
  return new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric" }).format(at);
}

/**
 * "Tue 17, 21:40"; of what is longer ago "17 Sept, 21:40".
 *
 * @param at epoch milliseconds, told in the visitor's own zone
 */
export function stepTime({ locale }: Words, at: number, now: number): string {
  const day: Intl.DateTimeFormatOptions = now - at < RECENT_MS ? { weekday: "short" } : { month: "short" };
  const time: Intl.DateTimeFormatOptions = { day: "numeric", hour: "numeric", minute: "2-digit" };
  return new Intl.DateTimeFormat(locale, { ...day, ...time }).format(at);
}
