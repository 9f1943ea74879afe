import type { Interval, OpeningHours } from "@shopbell/protocol";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Minutes as they pass in a zone, each with what a wall clock shows, in minutes since it showed the first of 1970. */
export interface Watch {
  readonly from: number;
  readonly wall: readonly number[];
}

/** Looks at the wall clock once a minute. Asks `Intl`, and nothing of what the rules ask. */
export function watchClock(timeZone: string, from: number, minutes: number): Watch {
  const format = new Intl.DateTimeFormat("en", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  const wall = Array.from({ length: minutes }, (_, index) => shown(format, from + index * MINUTE_MS));
  return { from, wall };
}

function shown(format: Intl.DateTimeFormat, at: number): number {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute")) / MINUTE_MS;
}

/**
 * Whether it is open, for each minute of a watch: a minute is in an interval once its beginning has been shown, or a later time,
 * and as long as a time before its end will be shown.
 */
export function openMinutes({ wall }: Watch, hours: OpeningHours): boolean[] {
  const latestShown = wall.map(running(Math.max));
  const earliestToCome = wall.toReversed().map(running(Math.min)).toReversed();
  const intervals = intervalsOf(hours, Math.min(...wall), Math.max(...wall));
  return wall.map((_, index) => {
    const [latest, earliest] = [latestShown[index] ?? Number.NaN, earliestToCome[index] ?? Number.NaN];
    return intervals.some(({ from, until }) => from <= latest && earliest < until);
  });
}

/** The name of the exception on the date that the wall shows. */
export function exceptionOn(hours: OpeningHours, wall: number): string | null {
  const date = new Date(wall * MINUTE_MS).toISOString().slice(0, 10);
  return hours.exceptions.find((exception) => exception.date === date)?.name ?? null;
}

function intervalsOf(hours: OpeningHours, firstWall: number, lastWall: number): Interval[] {
  const intervals: Interval[] = [];
  for (let day = Math.floor(firstWall / DAY_MINUTES) - 1; day <= Math.floor(lastWall / DAY_MINUTES); day += 1) {
    const date = new Date(day * DAY_MINUTES * MINUTE_MS);
    const exception = hours.exceptions.find((other) => other.date === date.toISOString().slice(0, 10));
    const sundayFirst = [hours.week[6] ?? [], ...hours.week.slice(0, 6)];
    for (const { from, until } of exception?.intervals ?? sundayFirst[date.getUTCDay()] ?? []) {
      intervals.push({ from: day * DAY_MINUTES + from, until: day * DAY_MINUTES + until });
    }
  }
  return intervals;
}

function running(choose: (a: number, b: number) => number): (value: number) => number {
  let chosen: number | undefined;
  return (value) => {
    chosen = chosen === undefined ? value : choose(chosen, value);
    return chosen;
  };
}
