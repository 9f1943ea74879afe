import { timeOfDay } from "../format.ts";
import { LOCALE } from "../i18n.ts";

const DAY = 24 * 3_600_000;

const WEEKDAY = new Intl.DateTimeFormat(LOCALE, { weekday: "short" });
const DATE = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short" });

/** When something will be, in the reader's own day: `14:30` today, `Mon 9:00` within a week, `12 Dec 9:00` after that. */
export function comingStamp(at: number, now: number): string {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  // Calendar days, rounded, because a day on which the clocks change has 23 or 25 hours.
  const days = Math.round((new Date(at).setHours(0, 0, 0, 0) - midnight) / DAY);
  if (days === 0) return timeOfDay(at);
  const day = days > 0 && days < 7 ? WEEKDAY : DATE;
  return `${day.format(at)} ${timeOfDay(at)}`;
}
