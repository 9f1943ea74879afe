import type { OpeningHours } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { tileWords } from "./tile-words.ts";

const H = 60;
/** Monday to Friday nine to six; on Friday evening until two in the morning. */
const WORKDAY = { from: 9 * H, until: 18 * H };
const HOURS: OpeningHours = {
  timeZone: "UTC",
  week: [[WORKDAY], [WORKDAY], [WORKDAY], [WORKDAY], [WORKDAY, { from: 20 * H, until: 26 * H }], [], []],
  exceptions: [],
};

/** A phone's words at an hour of November 2026, in which the 2nd is a Monday. */
function phoneAt(day: number, hour: number, hours: OpeningHours | null = HOURS) {
  return tileWords({ kind: "phone", value: "+351210000142", hours }, Date.UTC(2026, 10, day, hour));
}

test("a phone says until when it is answered, also past midnight", () => {
  expect(phoneAt(2, 10)).toMatch(/^until 0?6:00/);
  expect(phoneAt(7, 1)).toMatch(/^until 0?2:00/);
});

test("else it says when it is answered again", () => {
  expect(phoneAt(2, 8)).toMatch(/^opens Monday 0?9:00/);
  expect(phoneAt(2, 19)).toMatch(/^opens Tuesday/);
  expect(phoneAt(7, 3)).toMatch(/^opens Monday/);
});

test("a phone without hours claims nothing, and one that is never answered says so", () => {
  expect(phoneAt(2, 10, null)).toBe("call us");
  expect(phoneAt(2, 10, { ...HOURS, week: [[], [], [], [], [], [], []] })).toBe("not answered");
});
