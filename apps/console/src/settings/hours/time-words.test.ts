import { expect, test, vi } from "vitest";
import { dateWords, endTime, fieldTime, intervalOf, intervalWords, minutesOf, weekdayName } from "./time-words.ts";

vi.hoisted(() => vi.stubGlobal("navigator", { languages: ["en-GB"] }));

test("hours are said in words, with what is past midnight on the next day", () => {
  expect(intervalWords({ from: 540, until: 1_080 })).toBe("9:00 to 18:00");
  expect(endTime(1_440)).toBe("midnight");
  expect(endTime(1_560)).toBe("2:00 the next day");
});

test("the week begins on Monday", () => {
  expect([0, 6].map(weekdayName)).toEqual(["Monday", "Sunday"]);
});

test("a date of another year says its year", () => {
  expect(dateWords("2026-12-24", "2026-11-22")).toBe("Thu 24 December");
  expect(dateWords("2027-01-01", "2026-11-22")).toBe("1 January 2027");
});

test("what a time field shows is what it means, also past midnight", () => {
  expect([0, 545, 1_440, 1_560].map(fieldTime)).toEqual(["00:00", "09:05", "00:00", "02:00"]);
  expect(["00:00", "09:05", ""].map(minutesOf)).toEqual([0, 545, null]);
});

test("an end that is not after the beginning is on the next day", () => {
  expect(intervalOf(540, 1_080)).toEqual({ from: 540, until: 1_080 });
  expect(intervalOf(1_200, 120)).toEqual({ from: 1_200, until: 1_560 });
  expect(intervalOf(540, 540)).toEqual({ from: 540, until: 1_980 });
  expect(intervalOf(540, 0)).toEqual({ from: 540, until: 1_440 });
});
