import { HEARTBEAT_ANSWER_MS, HEARTBEAT_EVERY_MS, HELLO_TIMEOUT_MS } from "@shopbell/protocol/limits";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RECHECK_EVERY_MS, SIGN_IN_IDLE_MS } from "../limits.ts";
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

let relay: TestRelay;
let clock: TestClock;
beforeEach(async () => {
  clock = new TestClock();
  relay = await startRelay({ clock });
});
afterEach(() => relay.stop());

async function after(ms: number): Promise<void> {
  clock.advance(ms);
  await relay.pulse();
}

test("[H1] who says no hello within 10 s is closed with 4408", async () => {
  const peer = await connect(relay, "/v1/sites/demo/socket");

  await after(HELLO_TIMEOUT_MS);

  expect(await peer.closed).toBe(4408);
});

test("[B1] a heartbeat comes every 25 s, and who answers stays", async () => {
  const visitor = await openVisitor(relay);
  await after(HEARTBEAT_EVERY_MS);
  await visitor.first("heartbeat");
  clock.advance(1);
  visitor.send({ type: "heartbeat.answer" });
  await visitor.caughtUp();

  await after(HEARTBEAT_ANSWER_MS);

  await visitor.caughtUp();
});

test("[B1] who does not answer a heartbeat within 10 s is cut", async () => {
  const visitor = await openVisitor(relay);
  await after(HEARTBEAT_EVERY_MS);
  await visitor.first("heartbeat");

  await after(HEARTBEAT_ANSWER_MS);

  expect(await visitor.closed).toBe(1006);
});

test("[B3] a probe is answered at once", async () => {
  const visitor = await openVisitor(relay);
  visitor.send({ type: "probe" });

  expect(await visitor.first("heartbeat")).toEqual({ type: "heartbeat", heads: {} });
});

test("[K3] a sign-in that another process ended loses its socket within 5 s", async () => {
  const agent = await openAgent(relay);
  await relay.parts.storage.db.deleteFrom("sign_ins").execute();

  await after(5_000);

  expect(await agent.closed).toBe(4401);
});

test("[K3] an agent's poll alone does not keep a sign-in alive, a message in it does", async () => {
  const joao = await relay.addAgent("Joao");
  const poll = async (frames: object[]) => {
    const response = await fetch(`${relay.url}/v1/agent/poll`, {
      method: "POST",
      headers: { origin: relay.url, cookie: joao.cookie, "content-type": "application/json" },
      body: JSON.stringify({ frames: [hello(), ...frames], waitMs: 0 }),
    });
    return ((await response.json()) as { close?: number }).close;
  };
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", aConversationId(1));
  clock.advance(SIGN_IN_IDLE_MS - 1);
  expect(await poll([])).toBeUndefined();
  expect(
    await poll([{ type: "message.send", conversationId: aConversationId(1), id: aMessageId(900), text: "yes?" }]),
  ).toBeUndefined();

  clock.advance(SIGN_IN_IDLE_MS - 1);
  expect(await poll([])).toBeUndefined();
  clock.advance(1);

  expect(await poll([])).toBe(4401);
});

test("[K3] a sign-in that nobody used for 8 hours loses its socket, and writing keeps one alive", async () => {
  const busy = await openAgent(relay);
  const idle = await openAgent(relay, await relay.addAgent("Joao"));
  const visitor = await openVisitor(relay);
  await say(visitor, "hello");
  clock.advance(SIGN_IN_IDLE_MS - 1);
  await say(busy, "good morning");
  await after(0);
  for (const peer of [busy, idle]) {
    clock.advance(1);
    peer.send({ type: "heartbeat.answer" });
    await peer.caughtUp();
  }

  await after(RECHECK_EVERY_MS);

  expect(await idle.closed).toBe(4401);
  expect((await say(busy, "still here")).seq).toBe(4);
});
