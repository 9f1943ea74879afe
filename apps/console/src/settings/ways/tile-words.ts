import type { OpeningHours, Way } from "@shopbell/protocol/types";
import { DAY } from "../hours/day.ts";
import { wallTime, weekdayName } from "../hours/time-words.ts";
import { daysAfter, type Wall, wallOf } from "../hours/zoned.ts";
import { say } from "../words.ts";

const WEEK_DAYS = 7;
/** 5 January 1970, the first Monday that a computer knows. */
const A_MONDAY = "1970-01-05";

/** What stands under the name of a way. */
export function tileWords({ kind, hours }: Way, now: number): string {
  if (kind === "phone") return hours === null ? say("tiles.any") : hoursWords(hours, now);
  return say(kind === "email" ? "tiles.write" : "tiles.app");
}

/** Until when a telephone is answered, or when it is answered again: by its week, which is what is being drawn. */
function hoursWords({ week, timeZone }: OpeningHours, now: number): string {
  const wall = wallOf(now, timeZone);
  const today = weekdayOf(wall);
  for (let ahead = -1; ahead <= WEEK_DAYS; ahead++) {
    const day = (today + ahead + WEEK_DAYS) % WEEK_DAYS;
    // Minutes since the midnight that begins that day; what began yesterday may still go on.
    const at = wall.minutes - ahead * DAY;
    const next = week[day]?.find(({ until }) => until > at);
    if (!next) continue;
    if (next.from <= at) return say("tiles.until", { time: wallTime(next.until % DAY) });
    return say("tiles.opens", { day: weekdayName(day), time: wallTime(next.from) });
  }
  return say("tiles.never");
}

/** Monday is 0. */
function weekdayOf({ date }: Wall): number {
  return daysAfter(date, A_MONDAY) % WEEK_DAYS;
}
