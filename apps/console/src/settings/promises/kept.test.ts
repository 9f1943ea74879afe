import type { Kept } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { announcedDays, hoursKept } from "./kept.ts";
import { shareWords } from "./length-words.ts";

const KEPT: Kept = {
  days: [
    { day: "2026-11-20", announced: 480, kept: 480 },
    { day: "2026-11-21", announced: 480, kept: 240 },
    { day: "2026-11-22", announced: 0, kept: 0 },
  ],
  promised: 0,
  inTime: 0,
  medianMinutes: null,
};

test("hours kept are minutes of all days, not a mean of days", () => {
  expect(hoursKept(KEPT)).toEqual({ announced: 960, kept: 720 });
});

test("days without announced hours have nothing to keep; the newest comes first", () => {
  expect(announcedDays(KEPT).map(({ day }) => day)).toEqual(["2026-11-21", "2026-11-20"]);
});

test("almost all is never said to be all", () => {
  expect(shareWords(9_999, 10_000)).toBe("99.9%");
  expect(shareWords(10_000, 10_000)).toBe("100%");
});
