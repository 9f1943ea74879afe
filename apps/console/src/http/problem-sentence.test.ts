import { PROBLEMS, ProblemCode } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { problemSentence } from "./problem-sentence.ts";

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
