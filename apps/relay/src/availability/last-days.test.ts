import { expect, test } from "vitest";
import { beginningOfLastDays } from "./last-days.ts";

test.each([
  ["Europe/Lisbon", 1, "2027-01-15T00:00Z", "2027-01-15"],
  ["Europe/Lisbon", 7, "2027-01-09T00:00Z", "2027-01-09"],
  ["Asia/Tokyo", 1, "2027-01-15T15:00Z", "2027-01-16"],
  ["America/St_Johns", 2, "2027-01-14T03:30Z", "2027-01-14"],
])("in %s the last %i days began at %s", (timeZone, days, at, day) => {
  const now = Date.parse("2027-01-15T18:00Z");

  expect(beginningOfLastDays(timeZone, days, now)).toEqual({ at: Date.parse(at), day });
});
