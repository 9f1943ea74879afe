import type { Interval, OpeningHours } from "@shopbell/protocol/types";
import { DAY, HOUR } from "./day.ts";

type Week = OpeningHours["week"];

/** What is proposed where no hours were announced: Monday to Friday, nine to six. */
export function usualHours(timeZone: string): OpeningHours {
  const workday = [{ from: 9 * HOUR, until: 18 * HOUR }];
  return { timeZone, week: [workday, workday, workday, workday, workday, [], []], exceptions: [] };
}

export function withDay(week: Week, day: number, intervals: Interval[]): Week {
  return week.map((old, place) => (place === day ? intervals : old));
}

/** Every day as one of them. */
export function copiedToAll(week: Week, day: number): Week {
  const copied = week[day] ?? [];
  return week.map(() => copied);
}

/** Minutes of a day for which the evening before goes on. */
export function spilledInto(week: Week, day: number): number {
  const before = week[(day + 6) % 7] ?? [];
  return Math.max(0, ...before.map(({ until }) => until - DAY));
}

export function sameHours(a: OpeningHours | null, b: OpeningHours | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
