import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { COMPARE_EVERY_MS, PULSE_MS } from "../limits.ts";
import { openAgent, openVisitor, say, startRelay, TestClock, type TestRelay } from "../testing/index.ts";
import { inboxChannel, plain, visitorChannel } from "./bus.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
});
afterEach(() => relay.stop());

/** What is published while this runs is heard by nobody. */
async function unheard<T>(during: () => Promise<T>): Promise<T> {
  const publish = vi.spyOn(relay.parts.context.bus, "publish").mockImplementation(() => undefined);
  const outcome = await during();
  publish.mockRestore();
  return outcome;
}

async function after(ms: number): Promise<void> {
  clock.advance(ms);
  await relay.pulse();
}

/** A visitor who wrote "one", and an agent who reads along. */
async function aChat() {
  const visitor = await openVisitor(relay);
  await say(visitor, "one", conversationId);
  const agent = await openAgent(relay);
  agent.send({ type: "conversation.open", conversationId, after: 0 });
  await agent.first("resumed");
  return { visitor, agent };
}

type Chat = Awaited<ReturnType<typeof aChat>>;

function textsHeard({ agent }: Chat): string[] {
  const entries = agent.frames.flatMap((frame) => {
    if (frame.type === "entries.replayed") return frame.entries;
    return frame.type === "entry.added" ? [frame.entry] : [];
  });
  return entries.map((entry) => (entry.kind === "message" ? entry.text : entry.event));
}

function gapsFound() {
  return relay.parts.context.counters.gapsFound;
}

test("an entry that jumps ahead brings those that were not heard, in order and once", async () => {
  const chat = await aChat();
  await unheard(() => say(chat.visitor, "two", conversationId));

  await say(chat.visitor, "three", conversationId);
  await chat.agent.until(() => textsHeard(chat).includes("three"));

  expect(textsHeard(chat)).toEqual(["one", "two", "three"]);
  expect(gapsFound()).toMatchObject({ jump: 2, compare: 0 }); // the agent's and the visitor's own
});

test("an entry that nobody heard, and nothing after it, is found in the database", async () => {
  const chat = await aChat();
  await unheard(() => say(chat.visitor, "two", conversationId));

  await after(COMPARE_EVERY_MS);
  await chat.agent.caughtUp();
  expect(textsHeard(chat)).toEqual(["one"]); // it might still be on its way
  await after(PULSE_MS);
  await chat.agent.until(() => textsHeard(chat).includes("two"));

  expect(textsHeard(chat)).toEqual(["one", "two"]);
  expect(gapsFound()).toMatchObject({ jump: 0, compare: 3 }); // the agent's, the visitor's own, and a row of the inbox
});

test("while the bus is not whole, the database is asked with every pulse", async () => {
  const chat = await aChat();
  await unheard(() => say(chat.visitor, "two", conversationId));
  Object.assign(relay.parts.context.bus, { whole: false });

  await after(PULSE_MS);

  await chat.agent.until(() => textsHeard(chat).includes("two"));
  expect(gapsFound().poll).toBeGreaterThan(0);
});

test("what was published while the bus was interrupted is found at once", async () => {
  const chat = await aChat();
  await unheard(() => say(chat.visitor, "two", conversationId));

  relay.parts.comparison.interrupted();

  await chat.agent.until(() => textsHeard(chat).includes("two"));
});

test("[T3] rows of the inbox that nobody heard are found, also those of what was closed", async () => {
  const { agent, visitor } = await aChat();
  const other = await openVisitor(relay);
  await unheard(async () => {
    await say(other, "is anybody there?", aConversationId(2));
    visitor.send({ type: "visitor.forget" });
    await visitor.caughtUp();
  });

  relay.parts.comparison.interrupted();

  const begun = await agent.first("conversation.changed", ({ conversation }) => conversation.id === aConversationId(2));
  const closed = await agent.first("conversation.changed", ({ conversation }) => conversation.state === "closed");
  expect(begun.conversation.lastMessage?.text).toBe("is anybody there?");
  expect(closed.conversation.id).toBe(conversationId);
});

test("a row that comes late does not replace a newer one", async () => {
  const { agent, visitor } = await aChat();
  await say(visitor, "two", conversationId);
  await agent.first("conversation.changed", ({ conversation }) => conversation.lastSeq === 2);

  const late = JSON.stringify({ type: "conversation.changed", conversation: { id: conversationId, lastSeq: 1 } });
  relay.parts.context.bus.publish(inboxChannel("demo"), { ...plain(late), about: conversationId, seq: 1 });
  await agent.caughtUp();

  expect(agent.ofType("conversation.changed").at(-1)?.conversation.lastSeq).toBe(2);
});

test("[T2] a read marker that moved unheard is said again", async () => {
  const { agent, visitor } = await aChat();
  await unheard(async () => {
    agent.send({ type: "seen.set", conversationId, seq: 1 });
    await agent.caughtUp();
  });

  await after(COMPARE_EVERY_MS);

  expect(await visitor.first("seen.changed")).toMatchObject({ by: "agent", seq: 1 });
});

test("[T3] a conversation that a visitor begins unheard on another socket comes to this one", async () => {
  const here = await openVisitor(relay);
  const there = await openVisitor(relay, { token: here.token });
  await unheard(() => say(there, "hello from the phone", conversationId));

  relay.parts.comparison.interrupted();

  const replayed = await here.first("entries.replayed");
  expect(replayed.entries).toMatchObject([{ text: "hello from the phone" }]);
});

test("[H7] another socket of a visitor who was forgotten unheard is closed", async () => {
  const here = await openVisitor(relay);
  const there = await openVisitor(relay, { token: here.token });
  await unheard(async () => {
    there.send({ type: "visitor.forget" });
    await there.caughtUp();
  });

  relay.parts.comparison.interrupted();

  expect(await here.closed).toBe(4401);
});

test("[H5] when another database takes the place of this one, everybody starts over", async () => {
  const { visitor } = await aChat();
  await relay.parts.storage.db.updateTable("installation").set({ value: "restored" }).execute();

  await after(COMPARE_EVERY_MS);

  expect(await visitor.closed).toBe(1012);
  expect((await openVisitor(relay, { token: visitor.token })).welcome.epoch).toBe("restored");
});

test("[R2] what cannot be read now is read as soon as the database is back", async () => {
  const { agent } = await aChat();
  const other = await openVisitor(relay);
  await say(other, "hello", aConversationId(2));
  const { schema } = relay.parts.storage.db;
  await schema.alterTable("conversations").renameTo("mislaid").execute();
  agent.send({ type: "conversation.open", conversationId: aConversationId(2), after: null });
  await agent.caughtUp();
  await schema.alterTable("mislaid").renameTo("conversations").execute();

  await after(PULSE_MS);

  await agent.first("resumed", (resumed) => resumed.conversationId === aConversationId(2));
});

test("[S7] who sends the beginning again, because the answer was lost, follows the conversation", async () => {
  const there = await openVisitor(relay);
  const agent = await openAgent(relay);
  await unheard(() => say(there, "hello", conversationId));
  const here = await openVisitor(relay, { token: there.token });
  const begun = there.ofType("message.accepted")[0];

  here.send({ type: "message.send", conversationId, id: begun?.id, text: "hello", start: true });
  await here.first("message.accepted");
  await say(agent, "good morning", conversationId);

  await here.first("entry.added", ({ entry }) => entry.kind === "message" && entry.text === "good morning");
});

test("[T2] a marker that could not be stored is stored as soon as the database is back", async () => {
  const { agent, visitor } = await aChat();
  const { schema } = relay.parts.storage.db;
  await schema.alterTable("sign_ins").renameTo("mislaid").execute();
  agent.send({ type: "seen.set", conversationId, seq: 1 });
  agent.send({ type: "probe" });
  await relay.parts.context.journal.settled();
  await agent.first("heartbeat");
  await relay.parts.context.journal.settled();
  await schema.alterTable("mislaid").renameTo("sign_ins").execute();

  await after(PULSE_MS);

  expect(await visitor.first("seen.changed")).toMatchObject({ by: "agent", seq: 1 });
});

test("a visitor's channel may carry news that this relay does not know", async () => {
  const visitor = await openVisitor(relay);
  const { bus } = relay.parts.context;

  for (const frame of ['{"merged":"x"}', "[]", "null", "what?"]) {
    bus.publish(visitorChannel(visitor.welcome.you.kind === "visitor" ? visitor.welcome.you.id : ""), plain(frame));
  }

  await visitor.caughtUp();
});
