import { aConversationId, aMessage, messages } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import { aLine, aLiveLine, type FakeRelay } from "./testing/index.ts";
import { lastSeq } from "./thread.ts";

const conversationId = aConversationId(1);

function accept(relay: FakeRelay, seq: number): void {
  const frame = relay.sentOf("message.send").at(-1);
  if (!frame) throw new Error("nothing was sent");
  relay.say({ type: "message.accepted", conversationId: frame.conversationId, id: frame.id, seq, at: 1_000 + seq });
}

test("[S1] a draft stays in the outbox, and in the store, until the relay has accepted it", () => {
  const { line, relay, drafts } = aLiveLine();
  line.send(conversationId, "  Hello  ", { start: true });
  expect(line.state.outbox).toMatchObject([{ text: "Hello", status: "sending" }]);
  expect(drafts.kept.size).toBe(1);

  accept(relay, 1);

  expect(line.state.outbox).toEqual([]);
  expect(drafts.kept.size).toBe(0);
  expect(line.state.threads[conversationId]?.entries).toMatchObject([
    { seq: 1, text: "Hello", author: { kind: "visitor" } },
  ]);
});

test("[S1] a reload in mid-send sends the same draft with the same id", () => {
  const first = aLiveLine();
  const id = first.line.send(conversationId, "Hello", { start: true });
  first.line.stop();

  const second = aLiveLine({ drafts: first.drafts });

  expect(second.relay.sentOf("message.send")).toMatchObject([{ id, text: "Hello", start: true }]);
});

test("[R4] the sender's own echo is shown once, whichever comes first", () => {
  for (const echoFirst of [true, false]) {
    const { line, relay } = aLiveLine();
    const id = line.send(conversationId, "Hello", { start: true });
    const echo = { type: "entry.added", conversationId, entry: aMessage({ seq: 1, id, text: "Hello" }) } as const;

    if (echoFirst) relay.say(echo);
    accept(relay, 1);
    if (!echoFirst) relay.say(echo);

    expect(line.state.threads[conversationId]?.entries).toHaveLength(1);
    expect(line.state.outbox).toEqual([]);
  }
});

test("[S4] one draft of a conversation is under way at a time, oldest first", () => {
  const { line, relay } = aLiveLine();
  for (const text of ["one", "two", "three"]) line.send(conversationId, text, { start: true });
  expect(relay.sentOf("message.send").map((frame) => frame.text)).toEqual(["one"]);

  accept(relay, 1);
  accept(relay, 2);

  expect(relay.sentOf("message.send").map((frame) => frame.text)).toEqual(["one", "two", "three"]);
});

test("[S4] a draft that was refused for now is not overtaken by the one behind it", () => {
  const { line, relay, clock } = aLiveLine();
  const first = line.send(conversationId, "one", { start: true });
  line.send(conversationId, "two");
  relay.say({ type: "message.refused", conversationId, id: first, reason: "too-fast", retry: true, retryInMs: 3_000 });

  clock.pass(2_999);
  expect(relay.sentOf("message.send")).toHaveLength(1);
  clock.pass(1_001);

  expect(relay.sentOf("message.send").map((frame) => frame.text)).toEqual(["one", "one"]);
});

test("[S5] no answer: sent again after 10 s with the same id, shown as not sent after 60 s", () => {
  const { line, relay, clock } = aLiveLine();
  const id = line.send(conversationId, "Hello", { start: true });
  clock.pass(9_000);
  expect(relay.sentOf("message.send")).toHaveLength(1);

  clock.pass(2_000);
  relay.say({ type: "heartbeat", heads: {} });
  expect(relay.sentOf("message.send").map((frame) => frame.id)).toEqual([id, id]);

  for (let second = 0; second < 50; second++) {
    clock.pass(1_000);
    relay.say({ type: "heartbeat", heads: {} });
  }
  expect(line.state.outbox).toMatchObject([{ id, status: "failed" }]);
  const sentSoFar = relay.sentOf("message.send").length;

  line.retry(id);

  expect(line.state.outbox).toMatchObject([{ id, status: "sending" }]);
  expect(relay.sentOf("message.send")).toHaveLength(sentSoFar + 1);
});

test("[S5] what was written without a connection is marked after 60 s, and still goes out when the relay is back", () => {
  const { line, relay, clock } = aLine();
  relay.reachable = false;
  line.start();
  const id = line.send(conversationId, "Hello", { start: true });
  clock.pass(61_000);
  expect(line.state.outbox).toMatchObject([{ id, status: "failed" }]);

  relay.reachable = true;
  line.probe();
  relay.welcome();

  expect(relay.sentOf("message.send")).toMatchObject([{ id }]);
  expect(line.state.outbox).toMatchObject([{ id, status: "sending" }]);
});

test("[S6] a refused draft keeps its text and says why; those behind it go on", () => {
  const { line, relay } = aLiveLine();
  const id = line.send(conversationId, "one", { start: true });
  line.send(conversationId, "two", { start: true });

  relay.say({ type: "message.refused", conversationId, id, reason: "conflict", retry: false });

  expect(line.state.outbox[0]).toMatchObject({ text: "one", status: "failed", reason: "conflict" });
  expect(relay.sentOf("message.send").map((frame) => frame.text)).toEqual(["one", "two"]);

  line.discard(id);

  expect(line.state.outbox.map((draft) => draft.text)).toEqual(["two"]);
});

test("[S6] a refused draft is not sent again by a reconnect", () => {
  const { line, relay } = aLiveLine();
  const id = line.send(conversationId, "one", { start: true });
  relay.say({ type: "message.refused", conversationId, id, reason: "forbidden", retry: false });

  relay.close();
  line.probe();
  relay.welcome();

  expect(relay.sentOf("message.send")).toHaveLength(1);
});

test("[P1] hello carries the cursors of what is there, and what was missed joins it", () => {
  const { line, relay } = aLiveLine();
  line.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: messages(1, 3), more: false });
  relay.say({ type: "resumed", conversationId, lastSeq: 3, seen: { visitor: 0, agent: 0 } });

  relay.close();
  line.probe();
  expect(relay.hellos[1]).toMatchObject({ cursors: { [conversationId]: 3 }, epoch: "e1" });
  relay.welcome();
  relay.say({ type: "entries.replayed", conversationId, entries: messages(4, 5) });

  expect(line.state.threads[conversationId]?.entries).toEqual(messages(1, 5));
});

test("[H5] another epoch drops what was cached and loads it anew", () => {
  const { line, relay } = aLiveLine();
  line.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: messages(1, 3), more: false });
  relay.close();
  line.probe();

  relay.welcome({ epoch: "e2" });

  expect(line.state.threads[conversationId]?.entries).toEqual([]);
  expect(relay.sentOf("conversation.open").at(-1)).toMatchObject({ conversationId, after: null });
  relay.say({ type: "history.page", conversationId, entries: messages(1, 2), more: false });
  expect(line.state.threads[conversationId]?.entries).toEqual(messages(1, 2));
});

test("[R2] a gap is asked for once, and filled", () => {
  const { line, relay } = aLiveLine();
  line.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: messages(1, 2), more: false });
  relay.say({ type: "resumed", conversationId, lastSeq: 2, seen: { visitor: 0, agent: 0 } });
  relay.say({ type: "entry.added", conversationId, entry: aMessage({ seq: 5 }) });
  relay.say({ type: "entry.added", conversationId, entry: aMessage({ seq: 6 }) });
  expect(relay.sentOf("conversation.open").slice(1)).toEqual([{ type: "conversation.open", conversationId, after: 2 }]);

  relay.say({ type: "entries.replayed", conversationId, entries: messages(3, 6) });

  expect(line.state.threads[conversationId]?.entries).toEqual(messages(1, 6));
});

test("[P4] a heartbeat with a later head finds what was lost on the way", () => {
  const { line, relay } = aLiveLine();
  line.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: messages(1, 2), more: false });
  relay.say({ type: "resumed", conversationId, lastSeq: 2, seen: { visitor: 0, agent: 0 } });

  relay.say({ type: "heartbeat", heads: { [conversationId]: 4 } });

  expect(relay.sentOf("conversation.open").at(-1)).toMatchObject({ after: 2 });
});

test("[H6] a frame type of a newer relay changes nothing", () => {
  const { line, relay } = aLiveLine();
  const before = line.state;

  relay.say({ type: "weather.changed", conversationId } as never);

  expect(line.state).toBe(before);
});

test("[T1] typing is announced at most every 3 s, and the other side's is forgotten after 6 s", () => {
  const { line, relay, clock } = aLiveLine();
  line.open(conversationId);
  for (let key = 0; key < 10; key++) line.typing(conversationId, true);
  expect(relay.sentOf("typing.set")).toHaveLength(1);
  clock.pass(3_000);
  line.typing(conversationId, true);
  expect(relay.sentOf("typing.set")).toHaveLength(2);

  relay.say({ type: "typing.changed", conversationId, author: { kind: "rule" }, typing: true });
  expect(line.state.threads[conversationId]?.typing).toEqual({ kind: "rule" });
  clock.pass(6_000);

  expect(line.state.threads[conversationId]?.typing).toBeNull();
});

test("[T2] what was seen without a connection is said after the resume", () => {
  const { line, relay } = aLiveLine();
  line.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: messages(1, 2), more: false });
  relay.close();
  line.see(conversationId, 2);
  expect(relay.sentOf("seen.set")).toEqual([]);

  line.probe();
  relay.welcome();
  relay.say({ type: "resumed", conversationId, lastSeq: 2, seen: { visitor: 0, agent: 0 } });

  expect(relay.sentOf("seen.set")).toEqual([{ type: "seen.set", conversationId, seq: 2 }]);
});

test("a visitor's earlier conversations are watched as soon as welcome names them", () => {
  const { line, relay } = aLine();
  line.start();
  relay.welcome({
    conversations: [
      { id: conversationId, number: 1001, state: "open", lastSeq: 2, lastEntry: null, seen: { visitor: 0, agent: 0 } },
    ],
  });
  relay.say({ type: "history.page", conversationId, entries: messages(1, 2), more: false });

  const thread = line.state.threads[conversationId];
  expect(thread && lastSeq(thread)).toBe(2);
});

test("forgetting leaves no draft, no thread and no connection behind", () => {
  const { line, relay, drafts } = aLiveLine();
  line.send(conversationId, "secret", { start: true });

  line.forget();

  expect(drafts.kept.size).toBe(0);
  expect(JSON.stringify(line.state)).not.toContain("secret");
  expect(relay.connected).toBe(false);
});
