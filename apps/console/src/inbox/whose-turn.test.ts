import { aMessage, aSummary } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { agoFigure, LATE_AFTER_MS, nearsPromise, WARM_AFTER_MS, waitingFigure, whoseTurn } from "./whose-turn.ts";

const SINCE = 1_000_000;

function moodAfter(waitedMs: number) {
  const turn = whoseTurn(aSummary({ waitingSince: SINCE }), SINCE + waitedMs);
  return turn.whose === "ours" ? turn.mood : turn.whose;
}

test("a clock is calm, then warm from two minutes on, then late from five", () => {
  expect(moodAfter(0)).toBe("calm");
  expect(moodAfter(WARM_AFTER_MS - 1)).toBe("calm");
  expect(moodAfter(WARM_AFTER_MS)).toBe("warm");
  expect(moodAfter(LATE_AFTER_MS - 1)).toBe("warm");
  expect(moodAfter(LATE_AFTER_MS)).toBe("late");
});

test("a request for which nobody promised a time is never late by a chat's minutes", () => {
  const request = aSummary({ waitingSince: SINCE, email: "haruka@mail.example" });

  expect(whoseTurn(request, SINCE + LATE_AFTER_MS)).toMatchObject({ whose: "ours", mood: "calm" });
});

test("a visitor who was answered is not waiting, however long ago it was", () => {
  const answered = aSummary({ waitingSince: null, lastMessage: aMessage({ at: SINCE }) });

  expect(whoseTurn(answered, SINCE + LATE_AFTER_MS)).toEqual({ whose: "theirs", sinceMs: LATE_AFTER_MS, at: SINCE });
});

test("a closed conversation is nobody's turn", () => {
  expect(whoseTurn(aSummary({ state: "closed", waitingSince: SINCE }), SINCE).whose).toBe("nobody");
});

test("a snoozed conversation is nobody's turn until then", () => {
  const row = aSummary({ state: "snoozed", waitingSince: null, snoozedUntil: SINCE + 1 });

  expect(whoseTurn(row, SINCE)).toEqual({ whose: "later", until: SINCE + 1 });
});

test("who was promised an answer by Monday turns the clock warm in the last third of that time, and late after it", () => {
  const hour = 3_600_000;
  const row = aSummary({ waitingSince: SINCE, promisedAt: SINCE + 48 * hour });
  const moodAt = (hours: number) => whoseTurn(row, SINCE + hours * hour);

  expect(moodAt(31)).toMatchObject({ mood: "calm" });
  expect(moodAt(32)).toMatchObject({ mood: "warm" });
  expect(moodAt(47)).toMatchObject({ mood: "warm" });
  expect(moodAt(48)).toMatchObject({ mood: "late" });
});

test("a promise from before the visitor wrote again counts no more: the shop's targets do", () => {
  const row = aSummary({ waitingSince: SINCE, promisedAt: SINCE - 1 });

  expect(whoseTurn(row, SINCE + 1)).toMatchObject({ mood: "calm" });
  expect(nearsPromise(row, SINCE + LATE_AFTER_MS)).toBe(false);
});

test("a promise nears in the last third of its time, also when it was broken, but not once it was kept", () => {
  const row = aSummary({ waitingSince: SINCE, promisedAt: SINCE + 300 });

  expect([199, 200, 301].map((waited) => nearsPromise(row, SINCE + waited))).toEqual([false, true, true]);
  expect(nearsPromise({ ...row, waitingSince: null }, SINCE + 301)).toBe(false);
});

test("a device whose clock is behind the relay's shows no negative wait", () => {
  expect(whoseTurn(aSummary({ waitingSince: SINCE }), SINCE - 5_000)).toMatchObject({ sinceMs: 0, mood: "calm" });
});

test("waiting is shown in seconds for an hour, then in hours, then in days", () => {
  expect(waitingFigure(72_000)).toEqual({ unit: "clock", text: "1:12" });
  expect(waitingFigure(3_599_999)).toEqual({ unit: "clock", text: "59:59" });
  expect(waitingFigure(3_600_000)).toEqual({ unit: "hours", count: 1 });
  expect(waitingFigure(50 * 3_600_000)).toEqual({ unit: "days", count: 2 });
});

test("their turn is shown in minutes, in hours within a day, and then as a date", () => {
  expect(agoFigure(59_999)).toEqual({ unit: "now" });
  expect(agoFigure(3 * 60_000)).toEqual({ unit: "minutes", count: 3 });
  expect(agoFigure(2 * 3_600_000)).toEqual({ unit: "hours", count: 2 });
  expect(agoFigure(24 * 3_600_000)).toEqual({ unit: "date" });
});
