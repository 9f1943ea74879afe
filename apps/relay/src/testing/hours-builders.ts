import type { HoursException, Interval, OpeningHours } from "@shopbell/protocol";

const NINE_TO_SIX: readonly Interval[] = [{ from: 9 * 60, until: 18 * 60 }];
export const ALL_DAY: readonly Interval[] = [{ from: 0, until: 24 * 60 }];

/** Weeks in which each day is the same. */
export function everyDay(intervals: readonly Interval[]): Interval[][] {
  return Array.from({ length: 7 }, () => [...intervals]);
}

/** Monday to Friday from nine to six in Lisbon. */
export function someHours(changes: Partial<OpeningHours> = {}): OpeningHours {
  return {
    timeZone: "Europe/Lisbon",
    week: [...everyDay(NINE_TO_SIX).slice(0, 5), [], []],
    exceptions: [],
    ...changes,
  };
}

/** A holiday, unless it has intervals. */
export function anException(date: string, changes: Partial<HoursException> = {}): HoursException {
  return { date, name: "Christmas", intervals: [], ...changes };
}
