import type { OpeningHours, Way } from "@shopbell/protocol/types";
import { LOCALE } from "../../i18n.ts";
import { DAY } from "../hours/day.ts";
import { wallTime } from "../hours/time-words.ts";
import { daysAfter, type Wall, wallOf } from "../hours/zoned.ts";
import { say } from "../words.ts";

const WEEK_DAYS = 7;
const MINUTE_MS = 60_000;
/** 5 January 1970, the first Monday that a computer knows. */
const A_MONDAY = "1970-01-05";
const DAY_AND_TIME = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  hour: "numeric",
  minute: "2-digit",
  timeZone: "UTC",
});

/** What stands under the name of a way, line by line, as the bell writes it. */
export function tileWords({ kind, value, hours }: Way, now: number): string[] {
  const opensHere = kind === "phone" || kind === "email";
  const label = opensHere ? value.trim() : say("tiles.app");
  return [label, hours ? hoursWords(hours, now) : ""].filter((line) => line !== "");
}

/** Until when a telephone is answered, or from when again: by its week, which is what is being drawn. Empty: it never is. */
function hoursWords({ week, timeZone }: OpeningHours, now: number): string {
  const wall = wallOf(now, timeZone);
  const today = weekdayOf(wall);
  for (let ahead = -1; ahead <= WEEK_DAYS; ahead++) {
    const midnight = ahead * DAY;
    const day = (today + ahead + WEEK_DAYS) % WEEK_DAYS;
    // What began yesterday may still go on.
    const next = week[day]?.find(({ until }) => midnight + until > wall.minutes);
    if (!next) continue;
    const isOpen = midnight + next.from <= wall.minutes;
    const when = moment(today, midnight + (isOpen ? next.until : next.from));
    return say(isOpen ? "tiles.until" : "tiles.from", { when });
  }
  return "";
}

/** @param minutes since the midnight that began today */
function moment(today: number, minutes: number): string {
  if (minutes < DAY) return wallTime(minutes);
  return DAY_AND_TIME.format(Date.parse(A_MONDAY) + (today * DAY + minutes) * MINUTE_MS);
}

/** Monday is 0. */
function weekdayOf({ date }: Wall): number {
  return daysAfter(date, A_MONDAY) % WEEK_DAYS;
}
