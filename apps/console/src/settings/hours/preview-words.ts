import type { OpeningHours, Preview } from "@shopbell/protocol/types";
import { minutesWords } from "../promises/length-words.ts";
import { say } from "../words.ts";
import { dayAndMonth, wallTime, weekdayName } from "./time-words.ts";
import { daysAfter, wallOf } from "./zoned.ts";
import { cityOf } from "./zones.ts";

const MINUTE_MS = 60_000;
/** A wait of up to this long is counted in minutes. */
const SOON_MINUTES = 60;

/** Where and when a preview is looked at. */
export interface Viewpoint {
  at: number;
  /** Where the visitor is. */
  zone: string;
  hours: OpeningHours | null;
}

/** `today 18:00`, `tomorrow 9:00`, `Monday 9:00`, `4 January 9:00`: as the clocks of a zone show it. */
function whenWords(at: number, now: number, zone: string): string {
  const wall = wallOf(at, zone);
  const today = wallOf(now, zone).date;
  const time = wallTime(wall.minutes);
  const days = daysAfter(wall.date, today);
  if (days === 0) return say("preview.today", { time });
  if (days === 1) return say("preview.tomorrow", { time });
  const day = days < 7 ? weekdayOf(wall.date) : dayAndMonth(wall.date);
  return say("preview.onDay", { day, time });
}

/** The same, and the time alone where that is today. */
function byWords(at: number, now: number, zone: string): string {
  const wall = wallOf(at, zone);
  return wall.date === wallOf(now, zone).date ? wallTime(wall.minutes) : whenWords(at, now, zone);
}

/*
 * What follows is what the widget says (packages/widget/src/app/home.tsx and wait/), with the visitor's clock and zone as arguments.
 */

/** The one line of truth under the shop's name. */
export function truthLine({ availability, opensAt, closesAt }: Preview, { at, zone }: Viewpoint): string {
  if (availability === "closed") {
    if (opensAt === null) return say("preview.closed");
    return say("preview.opens", { when: whenWords(opensAt, at, zone) });
  }
  if (closesAt === null) return say("preview.nobody");
  return say("preview.openUntil", { time: byWords(closesAt, at, zone) });
}

export function greeting({ availability, opensAt }: Preview, at: number): string {
  if (availability !== "closed") return say("preview.greetAway");
  const minutes = opensAt === null ? Number.POSITIVE_INFINITY : Math.ceil((opensAt - at) / MINUTE_MS);
  return minutes <= SOON_MINUTES
    ? say("preview.greetSoon", { minutes: minutesWords(minutes) })
    : say("preview.greetClosed");
}

/** By when a person answers; null where nothing was promised. */
export function answersByWords({ answersBy }: Preview, { at, zone }: Viewpoint): string | null {
  return answersBy === null ? null : byWords(answersBy, at, zone);
}

/** Why the bell says so: its state in a word, and what it follows from. */
export function reason(preview: Preview, view: Viewpoint): { state: string; because: string } {
  const { hours } = view;
  if (hours === null) return { state: say("why.none"), because: say("why.drawn") };
  const facts = [timeWords(view.at, hours.timeZone), ...exceptionWords(preview, view, hours)];
  const isClosed = preview.availability === "closed";
  const edge = isClosed ? [openingWords(preview, view, hours)] : untilWords(preview, hours);
  return {
    state: say(isClosed ? "why.closed" : "why.open"),
    because: [...facts, ...edge, say("why.drawn")].join(" "),
  };
}

function timeWords(at: number, zone: string): string {
  return say("why.time", { time: wallTime(wallOf(at, zone).minutes), city: cityOf(zone) });
}

/** That the day is not as usual, unless it is about to be said with the time at which it opens. */
function exceptionWords({ exception, opensAt }: Preview, { at }: Viewpoint, { timeZone }: OpeningHours): string[] {
  const opensToday = opensAt !== null && wallOf(opensAt, timeZone).date === wallOf(at, timeZone).date;
  return exception === null || opensToday ? [] : [say("why.exception", { name: exception })];
}

/** When the shop closes, unless it never does. */
function untilWords({ closesAt }: Preview, { timeZone }: OpeningHours): string[] {
  return closesAt === null ? [] : [say("why.untilThen", { time: wallTime(wallOf(closesAt, timeZone).minutes) })];
}

/** When the shop opens next, on its own clocks and, where they differ, on the visitor's. */
function openingWords({ opensAt }: Preview, { at, zone }: Viewpoint, { timeZone, exceptions }: OpeningHours): string {
  if (opensAt === null) return say("why.never");
  const wall = wallOf(opensAt, timeZone);
  const time = wallTime(wall.minutes);
  const there = thereWords(opensAt, zone, wall.date);
  const opens = exceptions.some(({ date }) => date === wall.date)
    ? say("why.exceptionOpens", { date: dayAndMonth(wall.date), time })
    : say("why.opens", { when: whenWords(opensAt, at, timeZone) });
  return there === time ? `${opens}.` : say("why.elsewhere", { opens, there, city: cityOf(zone) });
}

/** A time on the visitor's clocks, with its day where that is another one. */
function thereWords(at: number, zone: string, dateHere: string): string {
  const wall = wallOf(at, zone);
  const time = wallTime(wall.minutes);
  return wall.date === dateHere ? time : say("preview.onDay", { day: weekdayOf(wall.date), time });
}

function weekdayOf(date: string): string {
  return weekdayName((new Date(date).getUTCDay() + 6) % 7);
}
