import { ANA, aSummary, JOAO } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { possibleActions, stepBack } from "./possible-actions.ts";

test("what nobody has can be taken, what is mine can be put back, what is a colleague's stays theirs", () => {
  expect(possibleActions({ state: "open", assignee: null }, ANA.id)).toContain("claim");
  expect(possibleActions({ state: "open", assignee: ANA }, ANA.id)).toEqual(["release", "close"]);
  expect(possibleActions({ state: "open", assignee: JOAO }, ANA.id)).toEqual(["close"]);
});

test("a closed conversation can only be reopened, a snoozed one woken or closed", () => {
  expect(possibleActions({ state: "closed", assignee: ANA }, ANA.id)).toEqual(["reopen"]);
  expect(possibleActions({ state: "snoozed", assignee: ANA }, ANA.id)).toEqual(["reopen", "close"]);
});

test("each step in an open or closed conversation has its way back", () => {
  const back = (does: "claim" | "release" | "close") => stepBack({ does }, aSummary()).does;

  expect([back("claim"), back("release"), back("close")]).toEqual(["release", "claim", "reopen"]);
  expect(stepBack({ does: "reopen" }, aSummary({ state: "closed" }))).toEqual({ does: "close" });
  expect(stepBack({ does: "snooze", until: 5_000 }, aSummary())).toEqual({ does: "reopen" });
});

test("what was snoozed goes back to sleep until the same time, whether it was woken, closed or put off further", () => {
  const snoozed = aSummary({ state: "snoozed", snoozedUntil: 5_000 });
  const asleep = { does: "snooze", until: 5_000 };

  expect(stepBack({ does: "reopen" }, snoozed)).toEqual(asleep);
  expect(stepBack({ does: "close" }, snoozed)).toEqual(asleep);
  expect(stepBack({ does: "snooze", until: 9_000 }, snoozed)).toEqual(asleep);
});
