import { ANA, aMessage, aSummary, byAgent, JOAO } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { shouldRing } from "./should-ring.ts";

const quiet = aSummary({ unread: 0, lastSeq: 1 });
const spoken = aSummary({ unread: 1, lastSeq: 2, lastMessage: aMessage({ seq: 2 }) });

test("a new conversation in the queue rings", () => {
  expect(shouldRing(undefined, aSummary(), ANA.id)).toBe(true);
});

test("a visitor who writes in my conversation rings, in a colleague's not", () => {
  expect(shouldRing({ ...quiet, assignee: ANA }, { ...spoken, assignee: ANA }, ANA.id)).toBe(true);
  expect(shouldRing({ ...quiet, assignee: JOAO }, { ...spoken, assignee: JOAO }, ANA.id)).toBe(false);
});

test("an answer, an assignment or a read marker does not ring", () => {
  const answered = { ...spoken, lastSeq: 3, lastMessage: aMessage({ seq: 3, author: byAgent() }) };

  expect(shouldRing(spoken, answered, ANA.id)).toBe(false);
  expect(shouldRing(spoken, { ...spoken, assignee: ANA }, ANA.id)).toBe(false);
  expect(shouldRing(spoken, { ...spoken, unread: 0 }, ANA.id)).toBe(false);
});

test("the same row heard again does not ring", () => {
  expect(shouldRing(spoken, spoken, ANA.id)).toBe(false);
});

test("a visitor who writes again right after being seen rings, though the count stands still", () => {
  expect(shouldRing(spoken, { ...spoken, lastSeq: 3, lastMessage: aMessage({ seq: 3 }) }, ANA.id)).toBe(true);
});

test("a conversation that arrives closed or snoozed does not ring", () => {
  expect(shouldRing(undefined, aSummary({ state: "snoozed" }), ANA.id)).toBe(false);
  expect(shouldRing(undefined, aSummary({ state: "closed" }), ANA.id)).toBe(false);
});
