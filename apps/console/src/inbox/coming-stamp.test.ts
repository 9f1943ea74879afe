import { expect, test } from "vitest";
import { comingStamp } from "./coming-stamp.ts";

/** A Saturday. */
const NOW = new Date(2026, 10, 21, 12).getTime();

test("today is a time, within a week a weekday, after that a date", () => {
  const stamp = (day: number, hour: number) => comingStamp(new Date(2026, 10, day, hour).getTime(), NOW);

  expect(stamp(21, 14)).toMatch(/^2:00.PM$/);
  expect(stamp(23, 9)).toMatch(/^Mon 9:00.AM$/);
  expect(stamp(27, 9)).toMatch(/^Fri 9:00.AM$/);
  expect(stamp(28, 9)).toMatch(/^Nov 28 9:00.AM$/);
});

test("what was to be yesterday carries its date, so that nobody takes it for next week", () => {
  expect(comingStamp(new Date(2026, 10, 20, 9).getTime(), NOW)).toMatch(/^Nov 20/);
});
