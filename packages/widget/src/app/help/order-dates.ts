import type { Words } from "../words.ts";

/** Weekday and month: in some languages a day alone reads as nothing. */
const DAY = { weekday: "short", day: "numeric", month: "short" } as const;

/**
 * The day of a date, at its end: the shop's day is the visitor's, as both read it off a calendar.
 *
 * @param date `2026-11-24`
 * @returns epoch milliseconds
 */
export function endOf(date: string): number {
  return Date.parse(`${date}T23:59:59`);
}

/** "Tue 24 Nov" */
export function shortDay({ locale }: Words, at: number): string {
  return new Intl.DateTimeFormat(locale, DAY).format(at);
}

/**
 * "Tue 17 Nov, 21:40"
 *
 * @param at epoch milliseconds, told in the visitor's own zone
 */
export function stepTime({ locale }: Words, at: number): string {
  return new Intl.DateTimeFormat(locale, { ...DAY, hour: "numeric", minute: "2-digit" }).format(at);
}
