import { LOCALE, t } from "./i18n.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const TIME = new Intl.DateTimeFormat(LOCALE, { hour: "numeric", minute: "2-digit" });
const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long" });
const SHORT_WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "short" });
const DATE = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "long", year: "numeric" });
const SHORT_DATE = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short" });

/** `14:30`, or as the reader writes it. */
export function timeOfDay(at: number): string {
  return TIME.format(at);
}

/** The heading of a day in a thread: Today, Yesterday, the weekday within a week, else the date. */
export function dayName(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) return t("day.today");
  if (days === 1) return t("day.yesterday");
  return days < 7 ? WEEKDAY.format(at) : DATE.format(at);
}

/** A day in the width of a clock: `Fri` within a week, else `12 Nov`. */
export function shortDay(at: number, now: number): string {
  return daysBetween(at, now) < 7 ? SHORT_WEEKDAY.format(at) : SHORT_DATE.format(at);
}

/** When something was, in the width of a clock: `14:30` today, else the short day. */
export function shortStamp(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? timeOfDay(at) : shortDay(at, now);
}

/** `14:30` today, `Tue 14:30` this week, `12 Nov 14:30` before that. */
export function stamp(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? timeOfDay(at) : `${shortDay(at, now)} ${timeOfDay(at)}`;
}

/** Calendar days from one instant to a later one, in the reader's time zone. */
function daysBetween(at: number, now: number): number {
  const midnight = (instant: number) => new Date(instant).setHours(0, 0, 0, 0);
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  return Math.round((midnight(now) - midnight(at)) / DAY);
}

/** How long ago something was, in words. */
export function ago(at: number, now: number): string {
  const passedMs = Math.max(0, now - at);
  if (passedMs < 5_000) return t("ago.now");
  if (passedMs < MINUTE) return t("ago.seconds", { count: Math.floor(passedMs / 1_000) });
  if (passedMs < HOUR) return t("ago.minutes", { count: Math.floor(passedMs / MINUTE) });
  if (passedMs < DAY) return t("ago.hours", { count: Math.floor(passedMs / HOUR) });
  return t("ago.days", { count: Math.floor(passedMs / DAY) });
}

/** A telephone number within a sentence: from left to right in every script, by Unicode's isolates. */
export function phoneWords(phone: string): string {
  return `\u2066${phone}\u2069`;
}

/** An origin as people say it: without the scheme. */
export function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : origin;
}
