import { aSiteState } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { bellSays, whatThen } from "./site-words.ts";

/** A Saturday. */
const NOW = new Date(2026, 10, 21, 12).getTime();
const MONDAY = new Date(2026, 10, 23, 9).getTime();

test("an open shop with somebody there says so, and nothing needs to be done", () => {
  const state = aSiteState({ availability: "available" });

  expect(bellSays(state, NOW)).toBe("The bell says “available now”.");
  expect(whatThen(state, NOW)).toBeNull();
});

test("a busy one says how long one waits, where that was measured", () => {
  expect(bellSays(aSiteState({ availability: "busy", waitMinutes: 6 }), NOW)).toBe(
    "The bell says “busy, about 6 minutes”.",
  );
  expect(bellSays(aSiteState({ availability: "busy" }), NOW)).toBe("The bell says “busy”.");
});

test("a closed one says until when, and by when somebody must answer", () => {
  const state = aSiteState({ availability: "closed", opensAt: MONDAY, answersBy: MONDAY + 2 * 3_600_000 });

  expect(bellSays(state, NOW)).toMatch(/^The bell says “closed until Mon 9:00.AM”\.$/);
  expect(whatThen(state, NOW)).toMatch(/an answer by Mon 11:00.AM/);
});

test("where nothing is promised, none is named", () => {
  const state = aSiteState({ availability: "away" });

  expect(bellSays(state, NOW)).toContain("nobody is at the counter");
  expect(whatThen(state, NOW)).toBe("What visitors write waits here.");
});
