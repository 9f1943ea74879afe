import { ANA, aConversationId, aMessage, aSummary, JOAO } from "@shopbell/protocol/testing";
import type { ConversationSummary } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { closedRows, type Item, openItems, snoozedRows, tabCounts, waitingCount } from "./inbox-order.ts";

function row(n: number, changes: Partial<ConversationSummary> = {}): ConversationSummary {
  return aSummary({ id: aConversationId(n), number: 1_000 + n, ...changes });
}

function inboxOf(...rows: ConversationSummary[]) {
  return Object.fromEntries(rows.map((each) => [each.id, each]));
}

const NOW = 1_000;

function shape(items: Item[]) {
  return items.map((item) => (item.kind === "heading" ? `${item.whose} ${item.count}` : item.row.number));
}

test("whoever has waited longest comes first, and they come before everybody we wait for", () => {
  const inbox = inboxOf(
    row(1, { waitingSince: null, lastMessage: aMessage({ at: 100 }) }),
    row(2, { waitingSince: 300 }),
    row(3, { waitingSince: 200 }),
    row(4, { waitingSince: null, lastMessage: aMessage({ at: 400 }) }),
  );

  expect(shape(openItems(inbox, "open", ANA.id, NOW))).toEqual(["ours 2", 1_003, 1_002, "theirs 2", 1_004, 1_001]);
});

test("a promise that nears its end rises above those who have waited longer, a broken one stays there", () => {
  const inbox = inboxOf(
    row(1, { waitingSince: 100, promisedAt: 90_000 }),
    row(2, { waitingSince: 200 }),
    row(3, { waitingSince: 400, promisedAt: 1_000 }),
    row(4, { waitingSince: 700, promisedAt: 1_600 }),
  );
  const numbersAt = (now: number) => shape(openItems(inbox, "open", ANA.id, now)).slice(1);

  expect(numbersAt(799)).toEqual([1_001, 1_002, 1_003, 1_004]);
  expect(numbersAt(800)).toEqual([1_003, 1_001, 1_002, 1_004]);
  expect(numbersAt(2_000)).toEqual([1_003, 1_004, 1_001, 1_002]);
});

test("mine are those assigned to me, the queue is assigned to nobody, open is everybody's", () => {
  const inbox = inboxOf(
    row(1, { assignee: ANA }),
    row(2),
    row(3, { assignee: JOAO }),
    row(4, { state: "closed" }),
    row(5, { state: "snoozed" }),
  );

  expect(shape(openItems(inbox, "mine", ANA.id, NOW))).toEqual(["ours 1", 1_001]);
  expect(shape(openItems(inbox, "queue", ANA.id, NOW))).toEqual(["ours 1", 1_002]);
  expect(tabCounts(inbox, ANA.id)).toEqual({ mine: 1, queue: 1, open: 3 });
});

test("a tab without conversations has no headings", () => {
  expect(openItems({}, "mine", ANA.id, NOW)).toEqual([]);
});

test("a conversation that was reopened leaves the closed ones, one that was just closed joins them on top", () => {
  const closedAt = (at: number) => ({ state: "closed", lastMessage: aMessage({ at }) }) as const;
  const fetched = [row(1, closedAt(100)), row(2, closedAt(50))];

  const rows = closedRows(fetched, inboxOf(row(1, { state: "open" }), row(3, closedAt(200))));

  expect(rows.map((each) => each.number)).toEqual([1_003, 1_002]);
});

test("those that come back first stand first, one that was woken leaves, one that was just snoozed joins", () => {
  const until = (snoozedUntil: number) => ({ state: "snoozed", waitingSince: null, snoozedUntil }) as const;
  const fetched = [row(1, until(100)), row(2, until(300))];

  const rows = snoozedRows(fetched, inboxOf(row(1, { state: "open" }), row(3, until(200))));

  expect(rows.map((each) => each.number)).toEqual([1_003, 1_002]);
});

test("who waits in my conversations and in the queue waits for me, read or not; who waits for a colleague does not", () => {
  const inbox = inboxOf(
    row(1, { assignee: ANA, unread: 0 }),
    row(2, { unread: 1 }),
    row(3, { assignee: JOAO }),
    row(4, { assignee: ANA, waitingSince: null, unread: 1 }),
    row(5, { assignee: ANA, state: "closed" }),
  );

  expect(waitingCount(inbox, ANA.id)).toBe(2);
});
