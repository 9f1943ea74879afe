import { expect, test } from "vitest";
import { oursWords, theirsWords } from "./turn-words.ts";

const NOW = new Date(2026, 10, 21, 12).getTime();
const HOUR = 3_600_000;

test("a clock of ours is the time waited, and says late when it is", () => {
  expect(oursWords({ whose: "ours", mood: "calm", sinceMs: 72_000 })).toBe("1:12");
  expect(oursWords({ whose: "ours", mood: "warm", sinceMs: 250_000 })).toBe("4:10");
  expect(oursWords({ whose: "ours", mood: "late", sinceMs: 425_000 })).toBe("late 7:05");
  expect(oursWords({ whose: "ours", mood: "late", sinceMs: 3 * HOUR })).toBe("late 3 h");
});

test("a clock of theirs says how long ago they were answered, and after a day, when", () => {
  const words = (sinceMs: number) => theirsWords({ whose: "theirs", sinceMs, at: NOW - sinceMs }, NOW);

  expect([0, 180_000, 2 * HOUR, 24 * HOUR].map(words)).toEqual(["now", "3 min", "2 h", "Fri"]);
});
