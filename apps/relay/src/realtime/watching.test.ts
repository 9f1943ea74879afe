import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import {
  connect,
  hello,
  openAgent,
  openVisitor,
  say,
  startRelay,
  TestClock,
  type TestRelay,
} from "../testing/index.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
});
afterEach(() => relay.stop());

async function aChat() {
  const visitor = await openVisitor(relay);
  const agent = await openAgent(relay);
  await say(visitor, "hello", conversationId);
  agent.send({ type: "conversation.open", conversationId, after: null });
  await agent.first("resumed");
  return { visitor, agent };
}

test("[T1] the other side sees somebody typing, who is typing does not", async () => {
  const { visitor, agent } = await aChat();

  agent.send({ type: "typing.set", conversationId, typing: true });
  const seen = await visitor.first("typing.changed");
  await agent.caughtUp();

  expect(seen).toMatchObject({ typing: true, author: { kind: "agent", agent: { name: "Ana" } } });
  expect(agent.ofType("typing.changed")).toEqual([]);
});

test("[T2] what an agent has seen moves forward only, and the visitor hears it", async () => {
  const { visitor, agent } = await aChat();
  await say(visitor, "and in black?", conversationId);

  agent.send({ type: "seen.set", conversationId, seq: 1 });
  agent.send({ type: "seen.set", conversationId, seq: 999 });
  agent.send({ type: "seen.set", conversationId, seq: 1 });
  await agent.caughtUp();
  await visitor.first("seen.changed", ({ seq }) => seq === 2);

  expect(visitor.ofType("seen.changed")).toMatchObject([
    { by: "agent", seq: 1 },
    { by: "agent", seq: 2 },
  ]);
});

test("[T2] what agents have not seen is counted, and counted down", async () => {
  const { visitor, agent } = await aChat();
  await say(visitor, "and in black?", conversationId);

  agent.send({ type: "seen.set", conversationId, seq: 1 });
  const row = await agent.first("conversation.changed", (frame) => frame.conversation.seen.agent === 1);

  expect(row.conversation.unread).toBe(1);
});

test("[T3] agents hear of every conversation, but entries only of those they opened", async () => {
  const { visitor, agent } = await aChat();
  const neighbour = await openVisitor(relay);

  await say(neighbour, "me too", aConversationId(2));
  await say(visitor, "are you there?", conversationId);
  await agent.first("entry.added", ({ entry }) => entry.kind === "message" && entry.text === "are you there?");

  await agent.first("conversation.changed", (frame) => frame.conversation.id === aConversationId(2));
  expect(agent.ofType("entry.added").map((frame) => frame.conversationId)).toEqual([conversationId]);
});

test("who left a conversation hears no more of it", async () => {
  const { visitor, agent } = await aChat();
  agent.send({ type: "conversation.leave", conversationId });
  await agent.caughtUp();

  await say(visitor, "hello?", conversationId);
  await agent.first("conversation.changed", (frame) => frame.conversation.lastSeq === 2);

  expect(agent.ofType("entry.added")).toEqual([]);
});

test("the inbox begins with who has waited longest, and ends with those whose turn it is", async () => {
  const visitor = await openVisitor(relay);
  const agent = await openAgent(relay);
  for (const n of [1, 2, 3]) {
    await say(visitor, "hello", aConversationId(n));
    clock.advance(1_000);
  }
  await say(agent, "good morning", aConversationId(1));

  const { inbox } = await openAgent(relay);

  expect(inbox.conversations.map(({ id }) => id)).toEqual([2, 3, 1].map((n) => aConversationId(n)));
  expect(inbox.more).toBe(false);
});

test("[A5] visitors hear when the first agent comes and, after the time that a reload takes, when the last one goes", async () => {
  const visitor = await openVisitor(relay);
  expect(visitor.welcome).toMatchObject({ site: { availability: "away", people: [] } });

  const agent = await openAgent(relay);
  const came = await visitor.first("availability.changed");
  agent.terminate();
  await agent.closed;
  await relay.pulse();
  await visitor.caughtUp();
  expect(visitor.ofType("availability.changed")).toHaveLength(1);
  await relay.parts.context.journal.settled();
  clock.advance(5_000);
  await relay.pulse();
  await visitor.until(() => visitor.ofType("availability.changed").length === 2);

  expect(came).toMatchObject({ site: { availability: "available", people: [{ name: "Ana" }] } });
  expect(visitor.ofType("availability.changed")[1]).toMatchObject({ site: { availability: "away", people: [] } });
});

test("a pane of an old, closed conversation is given its row", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  await relay.app.inject({
    method: "POST",
    url: `/v1/agent/conversations/${conversationId}/close`,
    headers: { origin: relay.url, cookie: relay.owner.cookie },
  });
  const agent = await openAgent(relay);
  expect(agent.inbox.conversations).toEqual([]);

  agent.send({ type: "conversation.open", conversationId, after: null });
  await agent.first("resumed");

  expect(agent.ofType("conversation.changed")).toMatchObject([
    { conversation: { id: conversationId, state: "closed" } },
  ]);
});

test("a conversation that was closed and opened again has waited since its oldest unanswered message", async () => {
  const visitor = await openVisitor(relay);
  const { at } = await say(visitor, "hello", conversationId);
  clock.advance(1_000);
  await say(visitor, "anybody?", conversationId);
  for (const change of ["close", "reopen"]) {
    await relay.app.inject({
      method: "POST",
      url: `/v1/agent/conversations/${conversationId}/${change}`,
      headers: { origin: relay.url, cookie: relay.owner.cookie },
    });
  }

  const { inbox } = await openAgent(relay);

  expect(inbox.conversations).toMatchObject([{ state: "open", waitingSince: at }]);
});

test("a conversation that a visitor begins on one device is heard on the other", async () => {
  const phone = await openVisitor(relay);
  const laptop = await openVisitor(relay, { token: phone.token });
  const stranger = await openVisitor(relay);

  await say(phone, "hello", conversationId);
  await laptop.first("resumed");
  await say(await openAgent(relay), "good morning", conversationId);
  const heard = await laptop.first("entry.added", ({ entry }) => entry.kind === "message");

  expect(laptop.ofType("entries.replayed")).toMatchObject([{ conversationId, entries: [{ seq: 1, text: "hello" }] }]);
  expect(heard.entry).toMatchObject({ seq: 3, text: "good morning" });
  await stranger.caughtUp();
  expect(stranger.frames.map(({ type }) => type)).not.toContain("entries.replayed");
  await phone.caughtUp();
  expect(phone.ofType("resumed")).toEqual([]);
});

test("one address brings so many new visitors an hour, by socket or by poll, and known ones still come in", async () => {
  const { max } = LIMITS.visitorsPerAddress;
  const { token } = await openVisitor(relay);
  const poll = (frame: object) =>
    relay.app.inject({
      method: "POST",
      url: "/v1/sites/demo/poll",
      remoteAddress: "127.0.0.1",
      headers: { origin: relay.url },
      payload: { frames: [frame], waitMs: 0 },
    });
  for (let n = 2; n <= max; n += 1) expect((await poll(hello())).json().close).toBeUndefined();

  const oneMore = await connect(relay, "/v1/sites/demo/socket");
  oneMore.send(hello());

  expect(await oneMore.closed).toBe(4429);
  expect((await poll(hello())).json().close).toBe(4429);
  expect((await openVisitor(relay, { token })).welcome.token).toBeUndefined();
  clock.advance(LIMITS.visitorsPerAddress.windowMs / max);
  expect((await openVisitor(relay)).token).not.toBe("");
});

test("a visitor may have five sockets, and the sixth is turned away", async () => {
  const { token } = await openVisitor(relay);
  for (let n = 2; n <= 5; n += 1) await openVisitor(relay, { token });

  const sixth = await connect(relay, "/v1/sites/demo/socket");
  sixth.send(hello({ token }));

  expect(await sixth.closed).toBe(4429);
});

test("a row keeps what was said last, whatever happened after it", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "Who answers me?", conversationId);
  const agent = await openAgent(relay);
  const claimed = await fetch(`${relay.url}/v1/agent/conversations/${conversationId}/claim`, {
    method: "POST",
    headers: { origin: relay.url, cookie: relay.owner.cookie },
  });
  expect(claimed.status).toBe(204);

  const changed = await agent.first("conversation.changed");
  const fresh = await openAgent(relay);

  expect(changed.conversation).toMatchObject({ lastSeq: 2, lastMessage: { text: "Who answers me?" } });
  expect(fresh.inbox.conversations).toEqual([changed.conversation]);
});
