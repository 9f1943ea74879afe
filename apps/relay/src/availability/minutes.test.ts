import type { OpeningHours } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { minutesByDay } from "./minutes.ts";

/** Every day from 9:00 to 18:00 in Lisbon, but on Fridays until two in the night. */
const HOURS: OpeningHours = {
  timeZone: "Europe/Lisbon",
  week: [1, 2, 3, 4, 5, 6, 7].map((day) => [{ from: 540, until: day === 5 ? 1_560 : 1_080 }]),
  exceptions: [],
};

function minuteAt(iso: string): number {
  return Date.parse(iso) / 60_000;
}

function attended(from: string, until: string): Set<number> {
  const minutes = new Set<number>();
  for (let minute = minuteAt(from); minute < minuteAt(until); minute += 1) minutes.add(minute);
  return minutes;
}

test("minutes outside the hours are nobody's promise, whoever is there", () => {
  const there = attended("2027-01-13T00:00Z", "2027-01-14T00:00Z");

  expect(minutesByDay(HOURS, minuteAt("2027-01-13T07:00Z"), minuteAt("2027-01-13T09:00Z"), there)).toEqual([]);
  expect(minutesByDay(HOURS, minuteAt("2027-01-13T17:30Z"), minuteAt("2027-01-13T19:00Z"), there)).toEqual([
    { day: "2027-01-13", announced: 30, kept: 30 },
  ]);
});

test("a day in which somebody came late was announced whole and kept in part", () => {
  const there = attended("2027-01-13T10:00Z", "2027-01-13T23:00Z");

  const days = minutesByDay(HOURS, minuteAt("2027-01-13T00:00Z"), minuteAt("2027-01-14T00:00Z"), there);

  expect(days).toEqual([{ day: "2027-01-13", announced: 540, kept: 480 }]);
});

test("an evening that lasts past midnight belongs to two days of the shop's calendar", () => {
  const days = minutesByDay(HOURS, minuteAt("2027-07-02T20:00Z"), minuteAt("2027-07-03T08:30Z"), new Set());

  expect(days).toEqual([
    { day: "2027-07-02", announced: 180, kept: 0 },
    { day: "2027-07-03", announced: 150, kept: 0 },
  ]);
});

test("one minute after the other adds up to the whole", () => {
  const [from, until] = [minuteAt("2027-01-15T08:55Z"), minuteAt("2027-01-15T09:05Z")];
  let announced = 0;
  for (let minute = from; minute < until; minute += 1) {
    for (const day of minutesByDay(HOURS, minute, minute + 1, new Set())) announced += day.announced;
  }

  expect(announced).toBe(5);
});
