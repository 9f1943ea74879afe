import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import type { Recording } from "../people/recording.ts";
import {
  anEntry,
  anId,
  aRecording,
  aRow,
  aStoredConversation,
  aView,
  CONVERSATION,
  EPOCH,
  evidence,
  words,
} from "./builders.ts";
import { check } from "./checker.ts";
import type { Evidence } from "./evidence.ts";

/** Which invariants a run violates. */
function violated(changes: Partial<Evidence>): string[] {
  return [...new Set(check(evidence(changes)).map(({ invariant }) => invariant))];
}

function violatedBy(changes: Partial<Recording>): string[] {
  return violated({ recordings: [aRecording(changes)] });
}

const ELSEWHERE = "d".repeat(32) as ConversationId;

test("a run in which nothing went wrong violates nothing", () => {
  expect(violated({})).toEqual([]);
});

test("I1: an acknowledged message that is not stored", () => {
  const stored = { epoch: EPOCH, conversations: [aStoredConversation({ lastSeq: 1, entries: [aRow(1)] })] };
  const recordings = [aRecording({ views: [aView({ entries: [anEntry(1)] })] })];

  expect(violated({ stored, recordings, freshLoads: [] })).toEqual(["I1"]);
});

test("I1: an acknowledged message that is stored at another seq", () => {
  const [first, second] = aRecording().answers;

  expect(violatedBy({ answers: [{ ...first, seq: 2 }, second] as Recording["answers"] })).toEqual(["I1"]);
});

test("I1: an acknowledged message that is stored with another body", () => {
  const changed = { ...aRow(2), text: `${words(2)} and more` };
  const stored = { epoch: EPOCH, conversations: [aStoredConversation({ entries: [aRow(1), changed] })] };

  expect(violated({ stored, recordings: [aRecording({ views: [] })] })).toEqual(["I1"]);
});

test("I2: a view with an entry twice", () => {
  expect(violatedBy({ views: [aView({ entries: [anEntry(1), anEntry(1)] }), aView()] })).toEqual(["I2"]);
});

test("I2: a view with a gap, although the last one is right", () => {
  const conversation = aStoredConversation({ lastSeq: 3, entries: [aRow(1), aRow(2), aRow(3)] });
  const stored = { epoch: EPOCH, conversations: [conversation] };
  const views = [
    aView({ entries: [anEntry(1), anEntry(3)] }),
    aView({ entries: [1, 2, 3].map((seq) => anEntry(seq)) }),
  ];

  expect(violated({ stored, recordings: [aRecording({ views })], freshLoads: [] })).toEqual(["I2"]);
});

test("I2: a message that is shown and also shown as a draft", () => {
  expect(violatedBy({ views: [aView({ drafts: [anId(2)] })] })).toEqual(["I2"]);
});

test("I2: a last view that stops before the end", () => {
  expect(violatedBy({ views: [aView({ entries: [anEntry(1)] })] })).toContain("I2");
});

test("I3: a gap in what is stored", () => {
  const conversation = aStoredConversation({ lastSeq: 3, entries: [aRow(1), aRow(3)] });

  const violations = violated({
    stored: { epoch: EPOCH, conversations: [conversation] },
    recordings: [],
    freshLoads: [],
  });

  expect(violations).toEqual(["I3"]);
});

test("I4: a sender's second message that is stored before the first", () => {
  const swapped = [
    { ...aRow(1), text: words(2), messageId: anId(2) },
    { ...aRow(2), text: words(1), messageId: anId(1) },
  ];

  const violations = violated({
    stored: { epoch: EPOCH, conversations: [aStoredConversation({ entries: swapped })] },
    recordings: [],
    freshLoads: [],
  });

  expect(violations).toEqual(["I4"]);
});

test("I5: a text that was written in another conversation", () => {
  expect(violatedBy({ heard: [{ conversationId: CONVERSATION, text: words(1, ELSEWHERE) }] })).toEqual(["I5"]);
});

test("I5: a visitor who hears a conversation that is not theirs", () => {
  expect(violatedBy({ heard: [{ conversationId: ELSEWHERE, text: words(1, ELSEWHERE) }] })).toEqual(["I5"]);
});

test("I6: a message that nobody ever answered", () => {
  expect(violatedBy({ answers: [] })).toEqual(["I6"]);
});

test("I6: an answer after more than 90 s", () => {
  const late = aRecording().answers.map((answer) => ({ ...answer, at: 90_003 }));

  expect(violatedBy({ answers: late })).toEqual(["I6"]);
});

test("I7: a message without an acknowledgement that is stored twice", () => {
  const twice = { ...aRow(2), messageId: anId(1) };
  const stored = { epoch: EPOCH, conversations: [aStoredConversation({ entries: [aRow(1), twice] })] };
  const answers = aRecording().answers.map((answer) => ({ ...answer, kind: "failed" as const }));

  expect(violated({ stored, recordings: [aRecording({ answers, views: [] })], freshLoads: [] })).toEqual(["I7"]);
});

test("I8: entries of another epoch that are still shown", () => {
  expect(violatedBy({ views: [aView({ epoch: "e0" }), aView()] })).toEqual(["I8"]);
});

test("I9: a read marker that goes back", () => {
  const views = [aView({ seen: { visitor: 2, agent: 0 } }), aView()];

  expect(violatedBy({ views })).toEqual(["I9"]);
});

test("I10: a live view whose markers differ from those of a fresh load", () => {
  expect(violatedBy({ views: [aView({ seen: { visitor: 2, agent: 0 } })] })).toEqual(["I10"]);
});

test("I10: an inbox with an old row", () => {
  const row = { id: CONVERSATION, lastSeq: 2 } as ConversationSummary;
  const old = { name: "ana", rows: { [CONVERSATION]: { ...row, lastSeq: 1 } } };

  expect(violated({ freshInbox: { [CONVERSATION]: row }, inboxes: [old] })).toEqual(["I10"]);
});

test("I12: somebody who never came back", () => {
  expect(violatedBy({ live: false })).toEqual(["I12"]);
});

test("I12: an unhandled rejection", () => {
  expect(violated({ complaints: ["unhandled rejection"] })).toEqual(["I12"]);
});
