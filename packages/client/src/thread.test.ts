import { ANA, aMessage, aMessageId, byAgent, messages } from "@shopbell/protocol/testing";
import type { Author, Entry, RelayFrame } from "@shopbell/protocol/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { addEntries, applyToThread, EMPTY_THREAD, lastSeq, type Thread } from "./thread.ts";

const conversationId = aMessageId(9) as never;

function added(entry: Entry): RelayFrame {
  return { type: "entry.added", conversationId, entry };
}

function freshLoad(last: number): Thread {
  return addEntries(EMPTY_THREAD, messages(1, last));
}

test("[R1] the next entry is applied, a known one changes nothing", () => {
  const thread = freshLoad(2);

  expect(applyToThread(thread, added(aMessage({ seq: 3 }))).entries).toHaveLength(3);
  expect(applyToThread(thread, added(aMessage({ seq: 2 })))).toBe(thread);
});

test("[R2] an entry ahead of a gap is held, and shown once the gap is filled", () => {
  const ahead = applyToThread(freshLoad(1), added(aMessage({ seq: 3 })));
  expect(lastSeq(ahead)).toBe(1);
  expect(ahead.held).toHaveLength(1);

  const filled = applyToThread(ahead, added(aMessage({ seq: 2 })));

  expect(filled.entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  expect(filled.held).toEqual([]);
});

test("[R3] frames in any order, repeated, give the thread that a fresh load gives", () => {
  const frames = messages(1, 12).map(added);
  const repeated = [...frames, ...frames];
  const arrivals = fc.shuffledSubarray(repeated, { minLength: repeated.length });

  fc.assert(
    fc.property(arrivals, (arrival) => {
      expect(arrival.reduce(applyToThread, EMPTY_THREAD)).toEqual(freshLoad(12));
    }),
  );
});

test("[R3] at every moment the thread is a window without gaps or doubles, also with pages and replays in between", () => {
  const replayed = (from: number, to: number): RelayFrame => ({
    type: "entries.replayed",
    conversationId,
    entries: messages(from, to),
  });
  const page = (from: number, to: number): RelayFrame => ({
    type: "history.page",
    conversationId,
    entries: messages(from, to),
    more: from > 1,
  });
  const span = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 8 }));
  const frame = fc.oneof(
    span.map(([from, length]) => replayed(from, from + length)),
    span.map(([from, length]) => page(from, from + length)),
    fc.integer({ min: 1, max: 30 }).map((seq) => added(aMessage({ seq }))),
  );

  fc.assert(
    fc.property(fc.array(frame, { maxLength: 40 }), (frames) => {
      let thread = EMPTY_THREAD;
      for (const next of frames) {
        thread = applyToThread(thread, next);
        const first = thread.entries[0]?.seq ?? 1;
        expect(thread.entries).toEqual(messages(first, first + thread.entries.length - 1));
      }
    }),
  );
});

test("[R5] read markers never go back", () => {
  const seen = applyToThread(freshLoad(3), { type: "seen.changed", conversationId, by: "agent", seq: 3 });

  expect(applyToThread(seen, { type: "seen.changed", conversationId, by: "agent", seq: 2 }).seen.agent).toBe(3);
});

test("[P2] a reset drops the entries, and the newest page becomes the window", () => {
  const reset = applyToThread(freshLoad(3), { type: "reset", conversationId });
  expect(reset.entries).toEqual([]);

  const paged = applyToThread(reset, { type: "history.page", conversationId, entries: messages(451, 500), more: true });

  expect(paged.more).toBe(true);
  expect(lastSeq(paged)).toBe(500);
  expect(
    applyToThread(paged, { type: "history.page", conversationId, entries: messages(401, 450), more: false }).entries,
  ).toEqual(messages(401, 500));
});

test("typing ends with the message that was being typed", () => {
  const typing = applyToThread(freshLoad(1), {
    type: "typing.changed",
    conversationId,
    author: byAgent(ANA),
    typing: true,
  });
  expect(typing.typing).toEqual(byAgent(ANA));

  expect(applyToThread(typing, added(aMessage({ seq: 2 }))).typing).toEqual(byAgent(ANA));
  expect(applyToThread(typing, added(aMessage({ seq: 2, author: byAgent(ANA) }))).typing).toBeNull();
});

test("[T1] a colleague who stops writing does not stop the visitor", () => {
  const writes = (author: Author, typing: boolean): RelayFrame => ({
    type: "typing.changed",
    conversationId,
    author,
    typing,
  });
  const visitor = applyToThread(freshLoad(1), writes({ kind: "visitor" }, true));

  expect(applyToThread(visitor, writes(byAgent(ANA), false)).typing).toEqual({ kind: "visitor" });
  expect(applyToThread(visitor, writes({ kind: "visitor" }, false)).typing).toBeNull();
});
