import { expect, test } from "vitest";
import { daysAfter, instantOf, wallOf } from "./zoned.ts";

test.each([
  ["Asia/Tokyo", "2026-12-24", 17 * 60 + 5, "2026-12-24T08:05Z"],
  ["Europe/Lisbon", "2026-07-01", 9 * 60, "2026-07-01T08:00Z"],
  ["America/St_Johns", "2026-01-01", 0, "2026-01-01T03:30Z"],
  ["Pacific/Apia", "2026-01-01", 60, "2025-12-31T12:00Z"],
])("clocks in %s show %s and minute %i at one instant, and back", (zone, date, minutes, instant) => {
  const at = instantOf({ date, minutes }, zone);

  expect(at).toBe(Date.parse(instant));
  expect(wallOf(at, zone)).toEqual({ date, minutes });
});

test("a time that clocks skip is as much later, and one that they show twice is the first", () => {
  const skipped = { date: "2026-03-29", minutes: 90 };
  const twice = { date: "2026-10-25", minutes: 90 };

  expect(instantOf(skipped, "Europe/Lisbon")).toBe(Date.parse("2026-03-29T01:30Z"));
  expect(wallOf(instantOf(skipped, "Europe/Lisbon"), "Europe/Lisbon").minutes).toBe(150);
  expect(instantOf(twice, "Europe/Lisbon")).toBe(Date.parse("2026-10-25T00:30Z"));
});

test("moments all over a year come back from the clocks that they are shown on", () => {
  const year = Date.UTC(2026, 0, 1);
  for (const zone of ["Europe/Lisbon", "Australia/Lord_Howe", "America/Sao_Paulo"]) {
    for (let at = year; at < year + 365 * 86_400_000; at += 105 * 60_000) {
      const wall = wallOf(at, zone);
      expect(wallOf(instantOf(wall, zone), zone)).toEqual(wall);
    }
  }
});

test("days are counted by the calendar", () => {
  expect(daysAfter("2026-03-01", "2026-02-28")).toBe(1);
  expect(daysAfter("2026-12-24", "2026-12-24")).toBe(0);
});
