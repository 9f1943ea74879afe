import type { OpeningHours } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { tileWords } from "./tile-words.ts";

const H = 60;
const PHONE = "+351210000142";
/** Monday to Friday nine to six; on Friday evening until two in the morning. */
const WORKDAY = { from: 9 * H, until: 18 * H };
const HOURS: OpeningHours = {
  timeZone: "UTC",
  week: [[WORKDAY], [WORKDAY], [WORKDAY], [WORKDAY], [WORKDAY, { from: 20 * H, until: 26 * H }], [], []],
  exceptions: [],
};

/** A phone's words at an hour of November 2026, in which the 2nd is a Monday. */
function phoneAt(day: number, hour: number, hours: OpeningHours | null = HOURS) {
  return tileWords({ kind: "phone", value: PHONE, hours }, Date.UTC(2026, 10, day, hour));
}

test("a phone says until when it is answered, also past midnight", () => {
  expect(phoneAt(2, 10)).toEqual([PHONE, expect.stringMatching(/^until 0?6:00/)]);
  expect(phoneAt(6, 22)).toEqual([PHONE, expect.stringMatching(/^until Sat,? 0?2:00/)]);
  expect(phoneAt(7, 1)).toEqual([PHONE, expect.stringMatching(/^until 0?2:00/)]);
});

test("else it says when it is answered again", () => {
  expect(phoneAt(2, 8)).toEqual([PHONE, expect.stringMatching(/^from 0?9:00/)]);
  expect(phoneAt(2, 19)).toEqual([PHONE, expect.stringMatching(/^from Tue,? 0?9:00/)]);
  expect(phoneAt(7, 3)).toEqual([PHONE, expect.stringMatching(/^from Mon,? 0?9:00/)]);
});

test("a phone without hours claims nothing, nor does one that is never answered", () => {
  expect(phoneAt(2, 10, null)).toEqual([PHONE]);
  expect(phoneAt(2, 10, { ...HOURS, week: [[], [], [], [], [], [], []] })).toEqual([PHONE]);
});

test("mail shows its address, once it is typed; a network opens its app", () => {
  expect(tileWords({ kind: "email", value: "hello@shop.example", hours: null }, 0)).toEqual(["hello@shop.example"]);
  expect(tileWords({ kind: "email", value: " ", hours: null }, 0)).toEqual([]);
  expect(tileWords({ kind: "instagram", value: "lisboashoes", hours: null }, 0)).toEqual(["opens the app"]);
});
