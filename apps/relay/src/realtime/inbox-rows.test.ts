import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ROWS_EVERY_MS } from "../limits.ts";
import { aConversation } from "../testing/builders.ts";
import { inboxChannel } from "./bus.ts";
import { InboxRows } from "./inbox-rows.ts";
import { MemoryBus } from "./memory-bus.ts";

let rows: InboxRows;
let told: (number | null)[];
beforeEach(() => {
  vi.useFakeTimers();
  const bus = new MemoryBus();
  told = [];
  bus.subscribe(inboxChannel(aConversation().site.key), ({ seq }) => told.push(seq));
  rows = new InboxRows(bus);
});
afterEach(() => vi.useRealTimers());

function change(lastSeq: number, id = aConversationId(1)): void {
  rows.changed(aConversation({ id, lastSeq }));
  rows.publish();
}

test("[T3] a conversation that changes often is told at once, then a few times a second, and its last row always", () => {
  for (let seq = 1; seq <= 50; seq += 1) change(seq);
  expect(told).toEqual([1]);

  vi.advanceTimersByTime(ROWS_EVERY_MS);
  expect(told).toEqual([1, 50]);

  vi.advanceTimersByTime(10 * ROWS_EVERY_MS);
  expect(told).toEqual([1, 50]);
});

test("a conversation does not wait for another one, nor for its own past", () => {
  change(1);
  change(7, aConversationId(2));
  expect(told).toEqual([1, 7]);

  vi.advanceTimersByTime(2 * ROWS_EVERY_MS);
  change(2);
  expect(told).toEqual([1, 7, 2]);
});
