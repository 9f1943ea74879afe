import { MAX_REPLAYED, PAGE_SIZE, PROTOCOL_VERSION } from "@shopbell/protocol/limits";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, hello, openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);
const ROOM = { max: 10_000, windowMs: 1_000 };

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay({ limits: { visitorFrames: ROOM, visitorMessages: ROOM, visitorBurst: ROOM } });
});
afterEach(() => relay.stop());

/** A visitor whose conversation has messages 1 to `count`, and who has left. */
async function wrote(count: number) {
  const visitor = await openVisitor(relay);
  for (let n = 1; n <= count; n += 1) {
    visitor.send({ type: "message.send", conversationId, id: aMessageId(n), text: `message ${n}`, start: true });
  }
  await visitor.first("message.accepted", ({ seq }) => seq === count);
  visitor.close();
  return { token: visitor.token, epoch: visitor.welcome.epoch };
}

test("[H1] silence is waited for, but anything except hello closes with 4400", async () => {
  const peer = await connect(relay, "/v1/sites/demo/socket");
  peer.send({ type: "probe" });

  expect(await peer.closed).toBe(4400);
});

test.each([PROTOCOL_VERSION, PROTOCOL_VERSION - 1])("[H2] version %i is spoken", async (protocol) => {
  const visitor = await openVisitor(relay, { protocol });

  expect(visitor.welcome.protocol).toBe(PROTOCOL_VERSION);
});

test("[H2] another version closes with 4409", async () => {
  const peer = await connect(relay, "/v1/sites/demo/socket");
  peer.send(hello({ protocol: PROTOCOL_VERSION + 1 }));

  expect(await peer.closed).toBe(4409);
});

test("[H3] a token is minted once and known again; the visitor stays the same", async () => {
  const first = await openVisitor(relay);
  const again = await openVisitor(relay, { token: first.token });

  expect(first.welcome.token).toMatch(/^[\w-]{43}$/);
  expect(again.welcome.token).toBeUndefined();
  expect(again.welcome.you).toEqual(first.welcome.you);
});

test("[H3] an unknown token closes with 4401", async () => {
  const peer = await connect(relay, "/v1/sites/demo/socket");
  peer.send(hello({ token: "somebody made this up" }));

  expect(await peer.closed).toBe(4401);
});

test("[H4] what follows hello in the same breath is answered after welcome, in order", async () => {
  const peer = await connect(relay, "/v1/sites/demo/socket");
  peer.send(hello());
  peer.send({ type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true });
  peer.send({ type: "conversation.open", conversationId, after: 0 });
  await peer.first("resumed");

  const types = peer.frames.map(({ type }) => type);
  expect(types).toEqual(["welcome", "message.accepted", "entry.added", "entries.replayed", "resumed"]);
});

test("[H5] cursors of another database are ignored", async () => {
  const { token, epoch } = await wrote(2);
  const sameEpoch = await openVisitor(relay, { token, epoch, cursors: { [conversationId]: 1 } });
  await sameEpoch.first("resumed");

  const otherEpoch = await openVisitor(relay, { token, epoch: "another", cursors: { [conversationId]: 1 } });
  await otherEpoch.caughtUp();

  expect(otherEpoch.ofType("resumed")).toEqual([]);
  expect(otherEpoch.ofType("entries.replayed")).toEqual([]);
});

test("[P1] exactly what was missed is replayed, then resumed", async () => {
  const { token, epoch } = await wrote(MAX_REPLAYED);

  const back = await openVisitor(relay, { token, epoch, cursors: { [conversationId]: 3 } });
  const resumed = await back.first("resumed");

  const seqs = back.ofType("entries.replayed").flatMap(({ entries }) => entries.map(({ seq }) => seq));
  expect(seqs).toEqual(Array.from({ length: MAX_REPLAYED - 3 }, (_, index) => index + 4));
  expect(resumed).toMatchObject({ lastSeq: MAX_REPLAYED, seen: { visitor: 0, agent: 0 } });
});

test("[P2] who missed too much starts over from the newest page", async () => {
  const { token, epoch } = await wrote(MAX_REPLAYED + 1);

  const back = await openVisitor(relay, { token, epoch, cursors: { [conversationId]: 0 } });
  await back.first("resumed");

  const types = back.frames.map(({ type }) => type);
  expect(types).toEqual(["welcome", "reset", "history.page", "resumed"]);
  const page = await back.first("history.page");
  expect(page.entries.map(({ seq }) => seq).at(-1)).toBe(MAX_REPLAYED + 1);
  expect(page).toMatchObject({ more: true, entries: { length: PAGE_SIZE } });
});

test("[P2] older entries come page by page until there are none", async () => {
  const { token } = await wrote(PAGE_SIZE + 2);
  const back = await openVisitor(relay, { token });

  back.send({ type: "history.fetch", conversationId, before: PAGE_SIZE + 2 });
  await back.first("history.page");
  back.send({ type: "history.fetch", conversationId, before: 2 });
  await back.until(() => back.ofType("history.page").length === 2);

  const [newer, older] = back.ofType("history.page");
  expect(newer).toMatchObject({ more: true, entries: { 0: { seq: 2 }, length: PAGE_SIZE } });
  expect(older).toMatchObject({ more: false, entries: [{ seq: 1 }] });
});

test("[P3] opening answers like a cursor, or with the newest page", async () => {
  const { token } = await wrote(3);
  const back = await openVisitor(relay, { token });

  back.send({ type: "conversation.open", conversationId, after: 1 });
  const replayed = await back.first("entries.replayed");
  back.send({ type: "conversation.open", conversationId, after: null });
  const page = await back.first("history.page");

  expect(replayed.entries.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(page).toMatchObject({ more: false, entries: { length: 3 } });
});

test("[P4] a heartbeat says how far each watched conversation has got", async () => {
  const agent = await openAgent(relay);
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  agent.send({ type: "conversation.open", conversationId, after: null });
  await agent.first("resumed");
  await say(visitor, "anybody here?", conversationId);
  await agent.first("entry.added");

  await agent.caughtUp();

  expect((await agent.first("heartbeat")).heads).toEqual({ [conversationId]: 2 });
});

test("what is said while somebody comes back is heard by them once, in order", async () => {
  const { token, epoch } = await wrote(100);
  const agent = await openAgent(relay);
  const back = await connect(relay, "/v1/sites/demo/socket");

  back.send(hello({ token, epoch, cursors: { [conversationId]: 0 } }));
  for (let n = 0; n < 10; n += 1) await say(agent, `answer ${n}`, conversationId);
  await back.until(
    () => back.ofType("entry.added").some(({ entry }) => entry.seq === 111) || heard(back).includes(111),
  );

  expect(heard(back)).toEqual(Array.from({ length: 111 }, (_, index) => index + 1));
});

function heard(peer: Awaited<ReturnType<typeof connect>>): number[] {
  return peer.frames.flatMap((frame) => {
    if (frame.type === "entries.replayed") return frame.entries.map(({ seq }) => seq);
    return frame.type === "entry.added" ? [frame.entry.seq] : [];
  });
}
