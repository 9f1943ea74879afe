import { expect, test } from "vitest";
import { ALL_DAY, anException, everyDay, someHours } from "../testing/hours-builders.ts";
import { callTimes, isCallTime } from "./call-times.ts";

/** As `11-20 17:00`, in UTC: Lisbon's time in winter. */
function shown(times: readonly number[]): string[] {
  return times.map((at) => new Date(at).toISOString().slice(5, 16).replace("T", " "));
}

const fridayAfternoon = Date.parse("2026-11-20T16:20Z");
const shortDays = someHours({ week: everyDay([{ from: 16 * 60 + 10, until: 18 * 60 + 10 }]) });

test("calls are half hours within the hours, on the next three days on which it opens", () => {
  const hours = { ...shortDays, exceptions: [anException("2026-11-21")] };
  expect(shown(callTimes(hours, fridayAfternoon))).toEqual([
    ...["11-20 17:00", "11-20 17:30"],
    ...["11-22 16:30", "11-22 17:00", "11-22 17:30"],
    ...["11-23 16:30", "11-23 17:00", "11-23 17:30"],
  ]);
});

test("a call is at least a quarter of an hour ahead", () => {
  const next = Date.parse("2026-11-20T16:30Z");
  expect(callTimes(shortDays, next - 15 * 60_000)[0]).toBe(next);
  expect(callTimes(shortDays, next - 15 * 60_000 + 1)[0]).toBe(next + 30 * 60_000);
});

test("a day on which there is no time left is none of the three", () => {
  const days = shown(callTimes(shortDays, Date.parse("2026-11-20T17:50Z"))).map((time) => time.slice(0, 5));
  expect([...new Set(days)]).toEqual(["11-21", "11-22", "11-23"]);
});

test("half hours are those on the shop's wall", () => {
  const inNepal = someHours({ timeZone: "Asia/Kathmandu", week: everyDay([{ from: 9 * 60, until: 10 * 60 }]) }); // UTC+5:45
  expect(shown(callTimes(inNepal, Date.parse("2026-11-20T00:00Z"))).slice(0, 2)).toEqual([
    "11-20 03:15",
    "11-20 03:45",
  ]);
});

test("no more than forty times are offered", () => {
  expect(callTimes(someHours({ week: everyDay(ALL_DAY) }), fridayAfternoon)).toHaveLength(40);
});

test("nobody is called at a time that was not offered", () => {
  const offered = Date.parse("2026-11-20T17:00Z");
  expect(isCallTime(shortDays, fridayAfternoon, offered)).toBe(true);
  expect(isCallTime(shortDays, fridayAfternoon, offered + 1)).toBe(false);
  expect(isCallTime(shortDays, fridayAfternoon, Date.parse("2026-11-20T18:30Z"))).toBe(false);
});

test("a shop that announces no hours does not call", () => {
  expect(callTimes(null, fridayAfternoon)).toEqual([]);
  expect(isCallTime(null, fridayAfternoon, Date.parse("2026-11-20T17:00Z"))).toBe(false);
});
