import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAgent, openVisitor, say, startRelay, TestClock, type TestRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
});
afterEach(() => relay.stop());

/** Everything stored of the conversation, oldest first. */
async function stored() {
  const agent = await openAgent(relay);
  agent.send({ type: "conversation.open", conversationId, after: 0 });
  await agent.first("resumed");
  const entries = agent.ofType("entries.replayed").flatMap((frame) => frame.entries);
  agent.close();
  return entries;
}

function told(entries: Awaited<ReturnType<typeof stored>>): string[] {
  return entries.map((entry) => (entry.kind === "message" ? entry.text : entry.event));
}

test("[S2] what was accepted is in the database", async () => {
  const visitor = await openVisitor(relay);

  const accepted = await say(visitor, "hello", conversationId);

  const row = await relay.parts.storage.db.selectFrom("entries").select(["seq", "at", "text"]).executeTakeFirst();
  expect(row).toMatchObject({ seq: accepted.seq, at: accepted.at, text: "hello" });
});

test("[S3] the same draft again is accepted with the same seq, and is stored and heard once", async () => {
  const visitor = await openVisitor(relay);
  const draft = { type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true };

  visitor.send(draft);
  visitor.send(draft);
  await visitor.until(() => visitor.ofType("message.accepted").length === 2);
  await visitor.caughtUp();

  const [first, second] = visitor.ofType("message.accepted");
  expect(second).toEqual(first);
  expect(visitor.ofType("entry.added")).toHaveLength(1);
  expect(told(await stored())).toEqual(["hello"]);
});

test("[S3] another text under the same id is a conflict", async () => {
  const visitor = await openVisitor(relay);
  const draft = { type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true };

  visitor.send(draft);
  visitor.send({ ...draft, text: "something else" });

  expect(await visitor.first("message.refused")).toMatchObject({ reason: "conflict", retry: false });
  expect(told(await stored())).toEqual(["hello"]);
});

test("[S3] two people may happen on the same message id", async () => {
  const visitor = await openVisitor(relay);
  const agent = await openAgent(relay);
  visitor.send({ type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true });
  await visitor.first("message.accepted");

  agent.send({ type: "message.send", conversationId, id: aMessageId(1), text: "good morning" });
  await agent.first("message.accepted");

  expect(told(await stored())).toEqual(["hello", "assigned", "good morning"]);
});

test("[S4] [Q1] drafts of one turn keep their order, and seq has no gaps", async () => {
  const visitor = await openVisitor(relay);
  const texts = ["one", "two", "three", "four"];

  texts.forEach((text, index) => {
    visitor.send({ type: "message.send", conversationId, id: aMessageId(index), text, start: true });
  });
  await visitor.until(() => visitor.ofType("message.accepted").length === texts.length);

  const entries = await stored();
  expect(told(entries)).toEqual(texts);
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test("[S6] a commit that fails refuses, says that it may be tried again, and then it can be", async () => {
  const visitor = await openVisitor(relay);
  const { schema } = relay.parts.storage.db;
  await schema.alterTable("entries").renameTo("mislaid").execute();
  visitor.send({ type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true });
  const refused = await visitor.first("message.refused");
  await schema.alterTable("mislaid").renameTo("entries").execute();

  visitor.send({ type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true });
  const accepted = await visitor.first("message.accepted");

  expect(refused).toMatchObject({ reason: "storage-failed", retry: true });
  expect(accepted.seq).toBe(1);
});

test("[S7] an unknown conversation begins with start, and not without", async () => {
  const visitor = await openVisitor(relay);
  visitor.send({ type: "message.send", conversationId, id: aMessageId(1), text: "hello" });

  expect(await visitor.first("message.refused")).toMatchObject({ reason: "not-found", retry: false });
  expect((await say(visitor, "hello", conversationId)).seq).toBe(1);
});

test("[S7] an agent begins none", async () => {
  const agent = await openAgent(relay);
  agent.send({ type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true });

  expect(await agent.first("message.refused")).toMatchObject({ reason: "not-found" });
});

test("conversations are numbered from 1001, and a visitor may begin three an hour", async () => {
  const agent = await openAgent(relay);
  const visitor = await openVisitor(relay);
  for (const n of [1, 2, 3]) await say(visitor, "hello", aConversationId(n));

  visitor.send({
    type: "message.send",
    conversationId: aConversationId(4),
    id: aMessageId(99),
    text: "x",
    start: true,
  });

  expect(await visitor.first("message.refused")).toMatchObject({ reason: "too-fast", retry: true });
  await agent.until(() => agent.ofType("conversation.changed").length === 3);
  expect(agent.ofType("conversation.changed").map((row) => row.conversation.number)).toEqual([1001, 1002, 1003]);
});

test("[S8] a visitor's message reopens a closed conversation", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  await fetch(`${relay.url}/v1/agent/conversations/${conversationId}/close`, {
    method: "POST",
    headers: { origin: relay.url, cookie: relay.owner.cookie },
  });

  await say(visitor, "one more thing", conversationId);

  expect(told(await stored())).toEqual(["hello", "closed", "reopened", "one more thing"]);
});

test("[S9] an agent's answer takes a conversation that nobody has, and leaves one that somebody has", async () => {
  const visitor = await openVisitor(relay);
  const ana = await openAgent(relay);
  const joao = await openAgent(relay, await relay.addAgent("Joao"));
  await say(visitor, "hello", conversationId);

  await say(ana, "good morning", conversationId);
  await say(joao, "and from me", conversationId);

  expect(told(await stored())).toEqual(["hello", "assigned", "good morning", "and from me"]);
  const row = await joao.first("conversation.changed", (frame) => frame.conversation.lastSeq === 4);
  expect(row.conversation.assignee?.name).toBe("Ana");
});

test("[Q2] time in a conversation never goes back, whatever the machine's clock does", async () => {
  const visitor = await openVisitor(relay);
  const before = await say(visitor, "before", conversationId);
  clock.setBack(3_600_000);

  const after = await say(visitor, "after", conversationId);

  expect(after.at).toBe(before.at);
});
