import { ANA, JOAO } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { possibleActions, UNDOING } from "./possible-actions.ts";

test("what nobody has can be taken, what is mine can be put back, what is a colleague's stays theirs", () => {
  expect(possibleActions({ state: "open", assignee: null }, ANA.id)).toContain("claim");
  expect(possibleActions({ state: "open", assignee: ANA }, ANA.id)).toEqual(["release", "close"]);
  expect(possibleActions({ state: "open", assignee: JOAO }, ANA.id)).toEqual(["close"]);
});

test("a closed conversation can only be reopened", () => {
  expect(possibleActions({ state: "closed", assignee: ANA }, ANA.id)).toEqual(["reopen"]);
});

test("undoing an undoing is the action itself", () => {
  for (const action of ["claim", "release", "close", "reopen"] as const) expect(UNDOING[UNDOING[action]]).toBe(action);
});
