import { expect, test } from "vitest";
import { ago, dayName, hostOf, shortDay, shortStamp, timeOfDay } from "./format.ts";

const NOW = new Date(2026, 10, 21, 12).getTime();
const DAY = 24 * 3_600_000;

test("days have the names people use: today, yesterday, the weekday, then the date", () => {
  expect(dayName(NOW - 3_600_000, NOW)).toBe("Today");
  expect(dayName(new Date(2026, 10, 20, 23, 59).getTime(), NOW)).toBe("Yesterday");
  expect(dayName(NOW - 4 * DAY, NOW)).toBe("Tuesday");
  expect(dayName(NOW - 30 * DAY, NOW)).toContain("2026");
});

test("a short day is the weekday within a week, and the date before that", () => {
  expect(shortDay(NOW - DAY, NOW)).toBe("Fri");
  expect(shortDay(NOW - 9 * DAY, NOW)).toContain("12");
});

test("what was today is said by its hour, what was before by its day", () => {
  expect(shortStamp(NOW - 3_600_000, NOW)).toBe(timeOfDay(NOW - 3_600_000));
  expect(shortStamp(NOW - DAY, NOW)).toBe("Fri");
});

test("how long ago something was is said in its largest unit", () => {
  expect([1_000, 40_000, 60_000, 3 * 3_600_000, 2 * DAY].map((passed) => ago(NOW - passed, NOW))).toEqual([
    "just now",
    "40 seconds ago",
    "1 minute ago",
    "3 hours ago",
    "2 days ago",
  ]);
});

test("an origin is said without its scheme", () => {
  expect(hostOf("https://shop.example")).toBe("shop.example");
  expect(hostOf("nonsense")).toBe("nonsense");
});
