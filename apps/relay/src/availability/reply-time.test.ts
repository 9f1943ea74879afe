import { expect, test } from "vitest";
import { type FirstReply, medianReplyMinutes } from "./reply-time.ts";

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const ZONE = "Europe/Lisbon";
const mondayAtTen = Date.parse("2026-11-23T10:20Z");

/** Asked some weeks before an instant, one a week, and each waited for so many minutes. */
function replies(at: number, ...minutes: number[]): FirstReply[] {
  return minutes.map((waited, index) => ({ at: at - (index + 1) * WEEK_MS, waitedMs: waited * MINUTE_MS }));
}

test("a reply takes as long as the one in the middle of those in this hour of the week", () => {
  expect(medianReplyMinutes(replies(mondayAtTen, 1, 90, 4, 2, 3), mondayAtTen, ZONE)).toBe(3);
  expect(medianReplyMinutes(replies(mondayAtTen, 1, 90, 4, 2, 3, 6), mondayAtTen, ZONE)).toBe(4); // 3.5
});

test("four replies are too few to speak of", () => {
  expect(medianReplyMinutes(replies(mondayAtTen, 1, 2, 3, 4), mondayAtTen, ZONE)).toBeNull();
  expect(medianReplyMinutes([], mondayAtTen, ZONE)).toBeNull();
});

test("where this hour is quiet, the day of the week says it, and other days never do", () => {
  const mondayAtFour = mondayAtTen + 6 * 60 * MINUTE_MS;
  const tuesdayAtTen = mondayAtTen + 24 * 60 * MINUTE_MS;
  const asked = [...replies(mondayAtTen, 10, 10, 10), ...replies(mondayAtFour, 20, 20, 20, 20)];

  expect(medianReplyMinutes(asked, mondayAtTen, ZONE)).toBe(20);
  expect(medianReplyMinutes(asked, tuesdayAtTen, ZONE)).toBeNull();
});

test("an hour is one on the shop's wall, before and after its clock changes", () => {
  const fiveBefore = replies(Date.parse("2026-10-19T09:30Z"), 5, 5, 5, 5, 5); // 10:30 in Lisbon's summer
  const noise = replies(Date.parse("2026-10-19T10:30Z"), 50, 50, 50, 50, 50, 50);

  expect(medianReplyMinutes([...fiveBefore, ...noise], Date.parse("2026-10-26T10:30Z"), ZONE)).toBe(5);
});

test("a reply within seconds takes a minute", () => {
  expect(medianReplyMinutes(replies(mondayAtTen, 0, 0, 0.1, 0.2, 0.2), mondayAtTen, ZONE)).toBe(1);
  expect(medianReplyMinutes(replies(mondayAtTen, 0, 0, 1.1, 2, 2), mondayAtTen, ZONE)).toBe(2);
});
