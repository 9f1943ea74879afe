import { PROBLEMS, ProblemCode } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { problemSentence, refusalSentence } from "./problem-sentence.ts";
import { Refused } from "./relay-http.ts";

test.each([...ProblemCode.options, "unreachable" as const])(
  "%s is told in a whole sentence, not as a code",
  (reason) => {
    const sentence = problemSentence(reason);

    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toContain(reason);
  },
);

test("a problem of a newer relay is told like one of ours", () => {
  expect(problemSentence("from-the-future" as never)).toBe(problemSentence("internal"));
});

test("what may be tried again says so", () => {
  const retryable = ProblemCode.options.filter((code) => PROBLEMS[code].retry);

  expect(retryable.length).toBeGreaterThan(0);
  for (const code of retryable) expect(problemSentence(code)).toMatch(/again/i);
});

test.each([
  [1, "in 1 second."],
  [59, "in 59 seconds."],
  [60, "in 1 minute."],
  [181, "in 4 minutes."],
])("what came too often says when to try again: %i s is %s", (seconds, words) => {
  expect(refusalSentence(new Refused("too-fast", seconds))).toContain(`Try again ${words}`);
});

test("where nobody said how long to wait, no time is named", () => {
  expect(refusalSentence(new Refused("too-fast"))).toBe(problemSentence("too-fast"));
  expect(refusalSentence(new Error("a bug"))).toBe(problemSentence("internal"));
});

test("of a page that could not be read its owner learns why", () => {
  const why = "shop.example refuses connections.";

  expect(refusalSentence(new Refused("page-unreadable", null, why))).toBe(why);
  expect(refusalSentence(new Refused("page-unreadable"))).toBe(problemSentence("page-unreadable"));
});
