import { aConversationId, aMessage, messages } from "@shopbell/protocol/testing";
import { expect, test } from "vitest";
import type { Draft } from "./line-state.ts";
import { accept, aLine, aLiveLine, MemoryDrafts } from "./testing/index.ts";

const conversationId = aConversationId(1);

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
    else accept(relay, 1);
    expect(line.state.threads[conversationId]?.entries).toHaveLength(1);
    expect(line.state.outbox).toEqual([]);
    if (echoFirst) accept(relay, 1);
    else relay.say(echo);

    expect(line.state.threads[conversationId]?.entries).toHaveLength(1);
    expect(line.state.outbox).toEqual([]);
  }
});

test("[R4][S9] accepted before the event that comes before it: shown as a draft until both are there, never gone, nothing asked for", () => {
  const { line, relay } = aLiveLine({ side: "agent" });
  line.open(conversationId);
  relay.say({ type: "history.page", conversationId, entries: messages(1, 1), more: false });
  relay.say({ type: "resumed", conversationId, lastSeq: 1, seen: { visitor: 1, agent: 0 } });
  line.send(conversationId, "Hello");
  const asked = relay.sentOf("conversation.open").length;

  accept(relay, 3);
  expect(line.state.outbox).toMatchObject([{ text: "Hello" }]);
  relay.say({
    type: "entry.added",
    conversationId,
    entry: { kind: "event", seq: 2, at: 1_002, event: "assigned", by: { kind: "rule" } },
  });

  expect(line.state.threads[conversationId]?.entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
  expect(line.state.outbox).toEqual([]);
  expect(relay.sentOf("conversation.open")).toHaveLength(asked);
});

test("[S4] what only took too long is not overtaken by what was written after it", () => {
  const { line, relay, clock } = aLiveLine();
  line.send(conversationId, "one", { start: true });
  for (let second = 0; second < 61; second++) {
    clock.pass(1_000);
    relay.say({ type: "heartbeat", heads: {} });
  }
  expect(line.state.outbox).toMatchObject([{ text: "one", status: "failed" }]);
  const sentSoFar = relay.sentOf("message.send").length;

  line.send(conversationId, "two");

  expect(relay.sentOf("message.send")).toHaveLength(sentSoFar);
  relay.close();
  line.probe();
  relay.welcome();
  expect(relay.sentOf("message.send").at(-1)).toMatchObject({ text: "one" });
});

test("[S5] a minute is a minute, however often the link was lost in it", () => {
  const { line, relay, clock } = aLiveLine();
  line.send(conversationId, "Hello", { start: true });

  for (let loss = 0; loss < 2; loss++) {
    clock.pass(25_000);
    relay.close();
    line.probe();
    relay.welcome();
  }
  expect(line.state.outbox).toMatchObject([{ status: "sending" }]);
  clock.pass(11_000);

  expect(line.state.outbox).toMatchObject([{ status: "failed" }]);
});

test("[S1] a draft that another tab has deleted, or sent, is not sent from here", () => {
  const shared = new Map<string, Draft>();
  const [first, second] = [aLine({ drafts: new MemoryDrafts(shared) }), aLine({ drafts: new MemoryDrafts(shared) })];
  const id = first.line.send(conversationId, "On second thought", { start: true });
  const third = aLine({ drafts: new MemoryDrafts(shared) });
  expect(third.line.state.outbox).toHaveLength(1);

  first.line.discard(id);
  third.line.start();
  third.relay.welcome();

  expect(third.relay.sentOf("message.send")).toEqual([]);
  expect(third.line.state.outbox).toEqual([]);
  expect(shared.size).toBe(0);
  expect(second.line.state.outbox).toEqual([]);
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
