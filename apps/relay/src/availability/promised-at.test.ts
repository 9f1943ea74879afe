import { aSiteState } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { promisedAt } from "./promised-at.ts";

const NOW = 1_000_000;

test.each([
  ["nobody is there: by when a person answers", aSiteState({ availability: "away", answersBy: 5 }), 5],
  ["it is closed: by when a person answers", aSiteState({ availability: "closed", answersBy: 7 }), 7],
  ["nothing is promised", aSiteState({ availability: "away" }), null],
  [
    "somebody is there: when a first reply is due",
    aSiteState({ availability: "available", replyMinutes: 2 }),
    NOW + 120_000,
  ],
  [
    "they are busy: the wait that is shown",
    aSiteState({ availability: "busy", replyMinutes: 2, waitMinutes: 6 }),
    NOW + 360_000,
  ],
  ["somebody is there, and no time is shown", aSiteState({ availability: "available" }), null],
])("a visitor who begins is told, where %s", (_what, state, at) => {
  expect(promisedAt(state, NOW)).toBe(at);
});
