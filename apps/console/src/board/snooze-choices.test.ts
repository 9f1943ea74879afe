import { expect, test } from "vitest";
import { boxValue, pickedInstant, snoozeChoices } from "./snooze-choices.ts";

const at = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

function offered(now: number) {
  return snoozeChoices(now).map(({ name, until }) => `${name} ${boxValue(until)}`);
}

test("on a Wednesday morning: in an hour, this afternoon, tomorrow, Monday", () => {
  expect(offered(at(18, 10, 30))).toEqual([
    "hour 2026-11-18T11:30",
    "afternoon 2026-11-18T14:00",
    "tomorrow 2026-11-19T09:00",
    "monday 2026-11-23T09:00",
  ]);
});

test("an afternoon that has begun, or begins within the hour, is not offered", () => {
  expect(offered(at(18, 13, 30)).join()).not.toContain("afternoon");
  expect(offered(at(18, 16)).join()).not.toContain("afternoon");
});

test("on a Sunday tomorrow is Monday, and is offered once; on a Monday it is the next one", () => {
  expect(offered(at(22, 16))).toEqual(["hour 2026-11-22T17:00", "tomorrow 2026-11-23T09:00"]);
  expect(offered(at(23, 16)).at(-1)).toBe("monday 2026-11-30T09:00");
});

test("what was picked is taken as it stands on the reader's clock", () => {
  expect(pickedInstant("2026-11-23T09:15", at(18, 10))).toBe(at(23, 9, 15));
});

test("nothing picked, a time that has passed, and one years ahead are no time", () => {
  const now = at(18, 10);

  expect(["", "2026-11-18T10:00", "2028-01-01T09:00"].map((value) => pickedInstant(value, now))).toEqual([
    null,
    null,
    null,
  ]);
});
