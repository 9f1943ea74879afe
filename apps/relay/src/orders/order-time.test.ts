import { expect, test } from "vitest";
import { instantIn } from "./order-time.ts";

const LISBON = "Europe/Lisbon";

test.each([
  ["2026-07-20 14:30", "2026-07-20T13:30Z"],
  ["2026-11-20T14:30", "2026-11-20T14:30Z"],
  ["2026-11-20 14:30:15.5", "2026-11-20T14:30:15.500Z"],
  ["2026-11-20T14:30Z", "2026-11-20T14:30Z"],
  ["2026-11-20T14:30:00+01:00", "2026-11-20T13:30Z"],
  ["2026-11-20 14:30 +0100", "2026-11-20T13:30Z"],
  ["2026-07-20", "2026-07-20T11:00Z"],
  ["2026-03-29 01:30", "2026-03-29T01:30Z"], // a time that clocks jump over
])("%s in Lisbon is %s", (written, instant) => {
  expect(instantIn(written, LISBON)).toBe(Date.parse(instant));
});

test.each([
  "",
  "20/11/2026",
  "11-20-2026",
  "2026-02-30",
  "2026-13-01 10:00",
  "2026-11-20 25:00",
  "2026-11-20T14:30+99:00",
  "2026-11-20 2 pm",
  "1795305600",
  "tomorrow",
  "1969-12-31",
  "9999-12-31T23:59-05:00",
  "2026-11-20T14:30[Europe/Madrid]",
])("%j is no time", (written) => {
  expect(instantIn(written, LISBON)).toBeUndefined();
});
