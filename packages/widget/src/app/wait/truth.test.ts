import { aSiteState } from "@shopbell/protocol/testing";
import { afterEach, expect, test, vi } from "vitest";
import { wordsFor } from "../words.ts";
import { stateOf, truthOf } from "./truth.ts";
import { when } from "./when.ts";

const words = wordsFor(["en-GB"], "ltr");
const THURSDAY = new Date(2026, 10, 26, 15, 30).getTime();

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ["today 18:05", new Date(2026, 10, 26, 18, 5)],
  ["tomorrow 10:00", new Date(2026, 10, 27, 10)],
  ["Monday 10:00", new Date(2026, 10, 30, 10)],
  ["Wednesday 10:00", new Date(2026, 11, 2, 10)],
  ["3 December 10:00", new Date(2026, 11, 3, 10)],
])("a moment to come is said as %s", (said, at) => {
  expect(when(words, at.getTime(), THURSDAY)).toBe(said);
});

test("a moment just after midnight is tomorrow's, however near", () => {
  const late = new Date(2026, 10, 26, 23, 59).getTime();

  expect(when(words, late + 120_000, late)).toMatch(/^tomorrow /);
});

test("the header says how long one waits, or when it opens: whatever is known of it", () => {
  expect(truthOf(words, aSiteState({ availability: "busy", waitMinutes: 6 }))).toBe("Busy: about 6 minutes");
  expect(truthOf(words, aSiteState({ availability: "busy", waitMinutes: 1 }))).toBe("Busy: about 1 minute");
  expect(truthOf(words, aSiteState({ availability: "closed", opensAt: Date.now() + 3_000 * 86_400_000 }))).toMatch(
    /^Opens \d+ \w+ \d+:\d\d \(your\stime\)$/,
  );
});

test.each([
  ["18:00", new Date(2026, 10, 26, 18)],
  ["tomorrow 2:00", new Date(2026, 10, 27, 2)],
])("a shop where nobody is just now is open until %s by the visitor's own clock", (said, closesAt) => {
  vi.setSystemTime(THURSDAY);

  expect(truthOf(words, aSiteState({ availability: "away", closesAt: closesAt.getTime() }))).toBe(
    `Open until ${said} (your\u00a0time), away just now`,
  );
});

test("what is not known is not said", () => {
  const said = (["busy", "away", "closed"] as const).map((availability) =>
    truthOf(words, aSiteState({ availability })),
  );

  expect(said).toEqual(["Busy just now", "Nobody at the counter just now", "Closed just now"]);
});

test("the bell's name says the same", () => {
  const opensAt = Date.now() + 3_000 * 86_400_000;

  expect(stateOf(words, aSiteState({ availability: "busy", waitMinutes: 6 }))).toBe("busy, about 6 minutes");
  expect(stateOf(words, aSiteState({ availability: "busy" }))).toBe("busy");
  expect(stateOf(words, aSiteState({ availability: "closed", opensAt }))).toMatch(/^closed, opens .+ \(your time\)$/);
  expect(stateOf(words, aSiteState({ availability: "away" }))).toBe("nobody at the counter just now");
});
