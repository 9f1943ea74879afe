import type { RelayFrame } from "@shopbell/protocol";
import { MAX_REPLAYED } from "@shopbell/protocol/limits";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { partyOf } from "../agents/agent.ts";
import { hello, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";
import { AgentPeer } from "./agent-peer.ts";
import type { Sink } from "./sink.ts";

const conversationId = aConversationId(1);
const ROOM = { max: 10_000, windowMs: 1_000 };

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay({ limits: { visitorFrames: ROOM, visitorMessages: ROOM, visitorBurst: ROOM } });
});
afterEach(() => relay.stop());

/** A reader who reads when the test says so. */
class Reader implements Sink {
  readonly frames: RelayFrame[] = [];
  isBehind = false;
  #wake: (() => void)[] = [];

  send(frame: string): void {
    this.frames.push(JSON.parse(frame) as RelayFrame);
  }

  async drained(): Promise<void> {
    if (this.isBehind) await new Promise<void>((resolve) => this.#wake.push(resolve));
  }

  catchUp(): void {
    this.isBehind = false;
    for (const wake of this.#wake.splice(0)) wake();
  }

  close(): void {
    // Nobody here is ever closed.
  }

  cut(): void {
    // Nor cut.
  }
}

/** An agent who follows a conversation with one entry, then stops reading. */
async function aSlowAgent() {
  const visitor = await openVisitor(relay);
  await say(visitor, "message 1", conversationId);
  const reader = new Reader();
  const { agent } = relay.owner;
  const signIn = await relay.parts.storage.db.selectFrom("sign_ins").select("id").executeTakeFirstOrThrow();
  const peer = new AgentPeer(relay.parts.context, reader, partyOf({ agent, signInId: signIn.id }));
  peer.receive(JSON.stringify(hello()));
  peer.receive(JSON.stringify({ type: "conversation.open", conversationId, after: 0 }));
  await peer.settled();
  reader.isBehind = true;
  reader.frames.length = 0;
  return { visitor, reader, peer };
}

async function write(visitor: Awaited<ReturnType<typeof openVisitor>>, count: number) {
  for (let n = 2; n <= count; n += 1) {
    visitor.send({ type: "message.send", conversationId, id: aMessageId(10_000 + n), text: `message ${n}` });
  }
  await visitor.first("message.accepted", ({ seq }) => seq === count);
}

function typesOf({ frames }: Reader): string[] {
  return frames.map(({ type }) => type);
}

test("[B9] a reader who is behind gets nothing more, and what they missed once they have caught up", async () => {
  const { visitor, reader, peer } = await aSlowAgent();
  await write(visitor, 20);
  expect(typesOf(reader)).toEqual([]);

  reader.catchUp();
  await expect.poll(() => typesOf(reader)).toContain("resumed");

  const replayed = reader.frames.flatMap((frame) => (frame.type === "entries.replayed" ? frame.entries : []));
  expect(replayed.map(({ seq }) => seq)).toEqual(Array.from({ length: 19 }, (_, index) => index + 2));
  await say(visitor, "and on", conversationId);
  await expect.poll(() => typesOf(reader)).toContain("entry.added");
  peer.leave();
});

test("[B9] an agent who is behind gets the inbox as it is once they have caught up, not each of its changes", async () => {
  const { reader, peer } = await aSlowAgent();
  for (const n of [2, 3, 4]) await say(await openVisitor(relay), `visitor ${n}`, aConversationId(n));
  expect(typesOf(reader)).toEqual([]);

  reader.catchUp();
  peer.pulse();

  await expect.poll(() => typesOf(reader)).toContain("inbox.loaded");
  const loaded = reader.frames.find((frame) => frame.type === "inbox.loaded");
  expect(loaded?.conversations).toHaveLength(4);
  peer.leave();
});

test("[P2] a reader who is too far behind starts over", async () => {
  const { visitor, reader, peer } = await aSlowAgent();
  await write(visitor, MAX_REPLAYED + 2);

  reader.catchUp();
  await expect.poll(() => typesOf(reader)).toContain("resumed");

  expect(typesOf(reader)).toContain("reset");
  expect(relay.parts.context.counters.resetsSent).toBe(1);
  peer.leave();
});

test("an inbox that could not be read is read again, and rows go on after it", async () => {
  const { reader, peer, visitor } = await aSlowAgent();
  await say(await openVisitor(relay), "somebody else", aConversationId(2));
  reader.catchUp();
  const { schema } = relay.parts.storage.db;
  await schema.alterTable("agents").renameTo("mislaid").execute();
  peer.pulse();
  await schema.alterTable("mislaid").renameTo("agents").execute();
  await new Promise((resolve) => setImmediate(resolve));
  expect(typesOf(reader)).not.toContain("inbox.loaded");

  peer.pulse();
  await expect.poll(() => typesOf(reader)).toContain("inbox.loaded");
  await say(visitor, "and on", conversationId);

  await expect.poll(() => typesOf(reader)).toContain("conversation.changed");
  peer.leave();
});
