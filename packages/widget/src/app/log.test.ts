import type { Draft } from "@shopbell/client";
import { aConversationId, aMessage, aMessageId, byAgent, byVisitor, JOAO } from "@shopbell/protocol/testing";
import type { ConversationEvent } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { aThread } from "../testing/fake-line.ts";
import { arrange, firstUnread, type Group, type LogItem } from "./log.ts";

const MONDAY = new Date(2026, 10, 16, 10).getTime();
const TUESDAY = new Date(2026, 10, 17, 10).getTime();

function said(seq: number, author = byVisitor(), at = MONDAY) {
  return aMessage({ seq, author, at });
}

function aDraft(n: number, changes: Partial<Draft> = {}): Draft {
  return {
    id: aMessageId(n),
    conversationId: aConversationId(),
    text: `draft ${n}`,
    writtenAt: MONDAY,
    status: "sending",
    ...changes,
  };
}

function groups(items: LogItem[]): Group[] {
  return items.filter((item) => item.kind === "group");
}

test("what one author says in a row is one group; another author begins another", () => {
  const entries = [said(1), said(2), said(3, byAgent()), said(4, byAgent(JOAO)), said(5)];

  expect(groups(arrange(aThread({ entries }), [], 0)).map((group) => group.bubbles.length)).toEqual([2, 1, 1, 1]);
});

test("each day is named once, and begins a group", () => {
  const entries = [said(1), said(2), said(3, byVisitor(), TUESDAY)];

  expect(arrange(aThread({ entries }), [], 0).map((item) => item.kind)).toEqual(["day", "group", "day", "group"]);
});

test("an event stands between the groups, where it happened", () => {
  const joined: ConversationEvent = { kind: "event", seq: 2, at: MONDAY, event: "assigned", by: byAgent() };
  const kinds = arrange(aThread({ entries: [said(1), joined, said(3)] }), [], 0).map((item) => item.kind);

  expect(kinds).toEqual(["day", "group", "event", "group"]);
});

test("what is new stands under its own line", () => {
  const entries = [said(1, byAgent()), said(2, byAgent())];
  const kinds = arrange(aThread({ entries }), [], 2).map((item) => item.kind);

  expect(kinds).toEqual(["day", "group", "new", "group"]);
});

test("only the visitor's newest words say whether they have arrived or were seen", () => {
  const entries = [said(1), said(2, byAgent()), said(3)];

  const sent = groups(arrange(aThread({ entries, seen: { visitor: 0, agent: 2 } }), [], 0));
  const seen = groups(arrange(aThread({ entries, seen: { visitor: 0, agent: 3 } }), [], 0));

  expect(sent.map((group) => group.tick)).toEqual([null, null, "sent"]);
  expect(seen.map((group) => group.tick)).toEqual([null, null, "seen"]);
});

test("what is on its way comes last and is no solid bubble", () => {
  const items = groups(arrange(aThread({ entries: [said(1)] }), [aDraft(8), aDraft(9)], 0));

  expect(items.map((group) => [group.tick, group.bubbles.length])).toEqual([
    ["sent", 1],
    ["sending", 2],
  ]);
});

test("each draft that was not sent stands alone, to be tried again or deleted alone", () => {
  const drafts = [aDraft(1, { status: "failed" }), aDraft(2, { status: "failed" }), aDraft(3)];

  expect(groups(arrange(undefined, drafts, 0)).map((group) => group.tick)).toEqual(["failed", "failed", "sending"]);
});

test("an agent who writes does so under their own last words", () => {
  const own = arrange(aThread({ entries: [said(1, byAgent())], typing: byAgent() }), [], 0);
  const after = arrange(aThread({ entries: [said(1)], typing: byAgent() }), [], 0);

  expect(groups(own).map((group) => group.typing ?? false)).toEqual([true]);
  expect(groups(after).map((group) => group.typing ?? false)).toEqual([false, true]);
});

test("a rule's text is a group of its own beside a person's", () => {
  const entries = [said(1, { kind: "rule" }), said(2, byAgent())];

  expect(groups(arrange(aThread({ entries }), [], 0))).toHaveLength(2);
});

test("the first news is the agent's first message after the last seen one", () => {
  const entries = [said(1, byAgent()), said(2), said(3, byAgent()), said(4, byAgent())];

  expect(firstUnread(aThread({ entries, seen: { visitor: 1, agent: 0 } }))).toBe(3);
  expect(firstUnread(aThread({ entries, seen: { visitor: 4, agent: 0 } }))).toBe(0);
  expect(firstUnread(undefined)).toBe(0);
});
