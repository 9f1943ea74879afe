import type { Interval } from "@shopbell/protocol/types";
import { LOCALE } from "../../i18n.ts";
import { say } from "../words.ts";
import { DAY } from "./day.ts";

const MINUTE_MS = 60_000;
const TIME = new Intl.DateTimeFormat(LOCALE, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", timeZone: "UTC" });
const DATE = new Intl.DateTimeFormat(LOCALE, { weekday: "short", day: "numeric", month: "long", timeZone: "UTC" });
const DATE_OF_YEAR = new Intl.DateTimeFormat(LOCALE, {
  day: "numeric",
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const DAY_AND_MONTH = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", timeZone: "UTC" });
const A_MONDAY = Date.UTC(2026, 0, 5);

/** `Monday`, of day 0. */
export function weekdayName(day: number): string {
  return WEEKDAY.format(A_MONDAY + day * DAY * MINUTE_MS);
}

/** `9:00`, as the reader writes it. */
export function wallTime(minutes: number): string {
  return TIME.format((minutes % DAY) * MINUTE_MS);
}

/** When an interval ends: `18:00`, `midnight`, or `2:00 the next day`. */
export function endTime(minutes: number): string {
  if (minutes < DAY) return wallTime(minutes);
  return minutes === DAY ? say("time.midnight") : say("time.nextDay", { time: wallTime(minutes) });
}

/** `9:00 to 18:00` */
export function intervalWords({ from, until }: Interval): string {
  return say("time.fromUntil", { from: wallTime(from), until: endTime(until) });
}

/** `Thu 24 December` in the year of another date, else with its own year. */
export function dateWords(date: string, today: string): string {
  const at = Date.parse(date);
  return date.slice(0, 4) === today.slice(0, 4) ? DATE.format(at) : DATE_OF_YEAR.format(at);
}

/** `24 December` */
export function dayAndMonth(date: string): string {
  return DAY_AND_MONTH.format(Date.parse(date));
}

/** `18:00`, as a time field shows it: the same everywhere. */
export function fieldTime(minutes: number): string {
  const inDay = minutes % DAY;
  return `${twoDigits(Math.floor(inDay / 60))}:${twoDigits(inDay % 60)}`;
}

/** The minutes that a time field stands for, or null while it is empty. */
export function minutesOf(field: string): number | null {
  const [hours, minutes] = field.split(":").map(Number);
  return hours === undefined || minutes === undefined || Number.isNaN(hours + minutes) ? null : hours * 60 + minutes;
}

/** What two times mean: an end that is not after the beginning is on the next day. */
export function intervalOf(from: number, until: number): Interval {
  return { from, until: until > from ? until : until + DAY };
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
