import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import {
  createDatabase,
  freePort,
  openAgent,
  openVisitor,
  say,
  startRelay,
  TestClock,
  type TestRelay,
} from "../testing/index.ts";

const PATIENCE = { timeout: 10_000, interval: 10 };
const conversationId = aConversationId(1);

let cutOff: TestRelay;
let other: TestRelay;
beforeEach(async () => {
  const DATABASE_URL = await createDatabase(inject("postgresUrl"));
  cutOff = await startRelay({ env: { DATABASE_URL, REDIS_URL: `redis://127.0.0.1:${await freePort()}` } });
  other = await startRelay({ env: { DATABASE_URL, REDIS_URL: inject("redisUrl") }, clock: new TestClock() });
  await expect.poll(() => other.parts.context.bus.whole, PATIENCE).toBe(true);
});
afterEach(async () => {
  await cutOff.stop();
  await other.stop();
});

test("what is said on a relay that is cut off from Redis is heard on the others long before they compare", async () => {
  const visitor = await openVisitor(cutOff);
  await say(visitor, "one", conversationId);
  const agent = await openAgent(other);
  agent.send({ type: "conversation.open", conversationId, after: 0 });
  await agent.first("resumed");
  await other.pulse();

  await say(visitor, "two", conversationId);
  await cutOff.pulse();
  await other.pulse();

  await agent.first("entries.replayed", ({ entries }) => entries.some(({ seq }) => seq === 2));
  expect(other.parts.context.bus.whole).toBe(true);
});

test("a relay that is cut off and says nothing disturbs nobody", async () => {
  const mark = () =>
    cutOff.parts.storage.db.selectFrom("installation").select("name").where("name", "=", "losses").execute();

  await cutOff.pulse();
  expect(await mark()).toEqual([]);
  await say(await openVisitor(cutOff), "one", conversationId);
  await cutOff.pulse();

  expect(await mark()).toHaveLength(1);
});
