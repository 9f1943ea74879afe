import { aConversationId, aMessage, messages } from "@shopbell/protocol/testing";
import { expect, test, vi } from "vitest";
import { accept, aLine, aLiveLine } from "./testing/index.ts";
import { lastSeq } from "./thread.ts";

const conversationId = aConversationId(1);

test("a conversation that begins here is not asked for before it exists", () => {
  const { line, relay } = aLiveLine();
  line.send(conversationId, "Hello", { start: true });

  line.open(conversationId);

  expect(relay.sentOf("conversation.open")).toEqual([]);
});

test("a conversation that is not ours is missing, and may be asked for again", () => {
  const { line, relay } = aLiveLine({ side: "agent" });
  line.open(conversationId);
  relay.say({ type: "problem", code: "not-found", re: "conversation.open", conversationId });
  expect(line.state.threads[conversationId]?.missing).toBe(true);

  line.open(conversationId);

  expect(relay.sentOf("conversation.open")).toHaveLength(2);
});

test("a listener that throws keeps nobody from hearing what follows", () => {
  const reported = vi.fn();
  vi.stubGlobal("reportError", reported);
  const { line, relay } = aLiveLine();
  line.onFrame(() => {
    throw new Error("a broken screen");
  });

  line.send(conversationId, "Hello", { start: true });
  accept(relay, 1);

  expect(line.state.outbox).toEqual([]);
  expect(reported).toHaveBeenCalled();
  vi.unstubAllGlobals();
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

  relay.say({ type: "typing.changed", conversationId, author: { kind: "rule" }, typing: true });
  line.stop();

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
      {
        id: conversationId,
        number: 1001,
        state: "open",
        lastSeq: 2,
        lastMessage: null,
        seen: { visitor: 0, agent: 0 },
        request: null,
      },
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
  expect(relay.sentOf("visitor.forget")).toHaveLength(1);
});
