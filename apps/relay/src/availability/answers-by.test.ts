import { expect, test } from "vitest";
import { everyDay, someHours } from "../testing/hours-builders.ts";
import { answersBy } from "./answers-by.ts";

const fridayEvening = Date.parse("2026-11-20T20:10Z");

test("what was not promised is not told", () => {
  expect(answersBy({ hours: someHours(), requestMinutes: null, now: fridayEvening })).toBeNull();
});

test("a promise is counted in opening minutes", () => {
  const promised = answersBy({ hours: someHours(), requestMinutes: 120, now: fridayEvening });
  expect(promised).toBe(Date.parse("2026-11-23T11:00Z"));
});

test("a promise without hours is counted by the clock, to the next quarter of an hour", () => {
  expect(answersBy({ hours: null, requestMinutes: 120, now: fridayEvening })).toBe(Date.parse("2026-11-20T22:15Z"));
  expect(answersBy({ hours: null, requestMinutes: 5, now: fridayEvening })).toBe(Date.parse("2026-11-20T20:15Z"));
  expect(answersBy({ hours: null, requestMinutes: 5, now: fridayEvening + 1 })).toBe(Date.parse("2026-11-20T20:30Z"));
});

test("a shop that never opens cannot say by when it answers", () => {
  expect(answersBy({ hours: someHours({ week: everyDay([]) }), requestMinutes: 1, now: fridayEvening })).toBeNull();
});
