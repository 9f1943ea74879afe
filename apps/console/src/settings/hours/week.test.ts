import { expect, test } from "vitest";
import { copiedToAll, sameHours, spilledInto, usualHours, withDay } from "./week.ts";

const EVENING = [{ from: 1_200, until: 1_560 }];

test("the proposed week is open from Monday to Friday", () => {
  const { week } = usualHours("Europe/Lisbon");

  expect(week.map((intervals) => intervals.length)).toEqual([1, 1, 1, 1, 1, 0, 0]);
});

test("what goes on past midnight reaches into the next day, and from Sunday into Monday", () => {
  const { week } = usualHours("Europe/Lisbon");

  expect(spilledInto(withDay(week, 5, EVENING), 6)).toBe(120);
  expect(spilledInto(withDay(week, 6, EVENING), 0)).toBe(120);
  expect(spilledInto(week, 1)).toBe(0);
});

test("a copied day is every day", () => {
  const { week } = usualHours("Europe/Lisbon");

  expect(copiedToAll(withDay(week, 5, EVENING), 5)).toEqual(Array(7).fill(EVENING));
});

test("hours that were changed and changed back are the same", () => {
  const hours = usualHours("Europe/Lisbon");
  const changed = { ...hours, week: withDay(hours.week, 0, EVENING) };

  expect(sameHours(hours, changed)).toBe(false);
  expect(sameHours(hours, { ...changed, week: withDay(changed.week, 0, hours.week[0] ?? []) })).toBe(true);
  expect(sameHours(hours, null)).toBe(false);
});
