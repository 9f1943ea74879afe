import { OpeningHours } from "@shopbell/protocol";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openingAt, openMinutesAfter } from "./opening-hours.ts";
import { exceptionOn, openMinutes, type Watch, watchClock } from "./opening-hours-oracle.ts";

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/** Changes of clocks: by an hour and by half of one, at night, at midnight, a minute past it, and by a whole day. */
const CHANGES = [
  ["Europe/Lisbon", "2026-03-29T01:00Z"],
  ["Europe/Lisbon", "2026-10-25T01:00Z"],
  ["America/St_Johns", "2010-03-14T03:31Z"],
  ["America/St_Johns", "2010-11-07T02:31Z"],
  ["Australia/Lord_Howe", "2025-10-04T15:30Z"],
  ["Australia/Lord_Howe", "2025-04-05T15:00Z"],
  ["Africa/Casablanca", "2024-03-10T02:00Z"],
  ["Africa/Casablanca", "2024-04-14T02:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00Z"],
  ["America/Sao_Paulo", "2018-11-04T03:00Z"],
  ["America/Sao_Paulo", "2018-02-18T02:00Z"],
] as const;

/** Three days before an instant, and ten after it. */
function watchAround(timeZone: string, instant: string): Watch {
  return watchClock(timeZone, Date.parse(instant) - 3 * DAY_MINUTES * MINUTE_MS, 13 * DAY_MINUTES);
}

function changes({ wall }: Watch): number {
  return wall.filter((shown, index) => index > 0 && shown !== (wall[index - 1] ?? 0) + 1).length;
}

/** Times of a day, many of them at or near those from and to which the clocks above are set. */
const aTime = fc.oneof(
  fc.constantFrom(1, 60, 90, 120, 150, 180, 23 * 60, 23 * 60 + 1),
  fc.integer({ min: 0, max: 48 }).map((half) => half * 30),
  fc.integer({ min: 0, max: 240 }),
  fc.integer({ min: 0, max: DAY_MINUTES }),
);
const aDay = fc.tuple(fc.array(aTime, { maxLength: 6 }), fc.option(aTime)).map(([times, nightEnd]) => {
  const sorted = times.toSorted((a, b) => a - b);
  const intervals = sorted
    .map((from, index) => ({ from, until: sorted[index + 1] ?? from }))
    .filter(({ from, until }, index) => index % 2 === 0 && from < until);
  const late = Math.max(18 * 60, intervals.at(-1)?.until ?? 0);
  if (nightEnd === null || late >= DAY_MINUTES) return intervals;
  return [...intervals, { from: late, until: DAY_MINUTES + Math.min(nightEnd, late) }];
});

/** Hours with days that are not as usual among those that are watched. */
function someHours(timeZone: string, { from }: Watch): fc.Arbitrary<OpeningHours> {
  const exceptions = fc.uniqueArray(
    fc.record({
      date: fc
        .integer({ min: -1, max: 8 })
        .map((day) => new Date(from + day * DAY_MINUTES * MINUTE_MS).toISOString().slice(0, 10)),
      name: fc.constantFrom("a holiday", "stocktaking"),
      intervals: aDay,
    }),
    { selector: ({ date }) => date, maxLength: 4 },
  );
  return fc.record({
    timeZone: fc.constant(timeZone),
    week: fc.array(aDay, { minLength: 7, maxLength: 7 }),
    exceptions,
  });
}

/** A minute of the days around the change, as often as not of the hours around it. */
const aMinute = fc.oneof(
  fc.integer({ min: 2 * DAY_MINUTES, max: 5 * DAY_MINUTES }),
  fc.integer({ min: 3 * DAY_MINUTES - 120, max: 3 * DAY_MINUTES + 120 }),
);

/** An instant that lies within what was watched, else undefined. */
function within(watch: Watch, instant: number | null): number | undefined {
  return instant !== null && instant < watch.from + watch.wall.length * MINUTE_MS ? instant : undefined;
}

function instantOf(watch: Watch, minute: number): number | undefined {
  return minute === -1 ? undefined : watch.from + minute * MINUTE_MS;
}

/** The minute after which it was open for so many minutes, else -1. */
function minuteAfter(open: readonly boolean[], from: number, minutes: number): number {
  let left = minutes;
  return open.findIndex((isOpen, index) => {
    if (index >= from && isOpen) left -= 1;
    return left === 0;
  });
}

describe.each([...CHANGES, ["Asia/Tokyo", "2026-12-24T00:00Z"] as const])("in %s around %s", (timeZone, instant) => {
  const watch = watchAround(timeZone, instant);

  test("it is open, opens and closes when somebody who looks at the clock each minute says so", () => {
    expect(changes(watch)).toBe(timeZone === "Asia/Tokyo" ? 0 : 1);
    const cases = fc.property(
      someHours(timeZone, watch),
      aMinute,
      fc.integer({ min: 0, max: MINUTE_MS - 1 }),
      (hours, minute, ms) => {
        expect(OpeningHours.parse(hours)).toEqual(hours);
        const open = openMinutes(watch, hours);
        const isOpen = open[minute] ?? false;
        const next = instantOf(
          watch,
          open.findIndex((is, index) => index > minute && is !== isOpen),
        );

        const opening = openingAt(hours, watch.from + minute * MINUTE_MS + ms);

        expect(opening.isOpen).toBe(isOpen);
        expect(within(watch, opening.opensAt)).toBe(isOpen ? undefined : next);
        expect(within(watch, opening.closesAt)).toBe(isOpen ? next : undefined);
        expect(opening.exception).toBe(exceptionOn(hours, watch.wall[minute] ?? Number.NaN));
      },
    );
    fc.assert(cases, { numRuns: 40 });
  });

  test("so many opening minutes are over when somebody who counts them says so", () => {
    const cases = fc.property(
      someHours(timeZone, watch),
      aMinute,
      fc.integer({ min: 1, max: 3 * DAY_MINUTES }),
      (hours, minute, minutes) => {
        const last = minuteAfter(openMinutes(watch, hours), minute, minutes);

        const over = openMinutesAfter(hours, watch.from + minute * MINUTE_MS, minutes);

        // What is over when the last watched minute is over lies at the end of the watch, not within it.
        const isWatched = last !== -1 && last + 1 < watch.wall.length;
        expect(within(watch, over)).toBe(isWatched ? instantOf(watch, last + 1) : undefined);
      },
    );
    fc.assert(cases, { numRuns: 40 });
  });
});
