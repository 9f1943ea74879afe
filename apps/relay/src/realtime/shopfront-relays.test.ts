import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { createDatabase, openAgent, openVisitor, startRelay, TestClock, type TestRelay } from "../testing/index.ts";

/** A limit for what hangs, not a measure. */
const PATIENCE = { timeout: 10_000, interval: 10 };

let here: TestRelay;
let there: TestRelay;
beforeEach(async () => {
  const env = { DATABASE_URL: await createDatabase(inject("postgresUrl")), REDIS_URL: inject("redisUrl") };
  const limits = { drainSpreadMs: 0 };
  // Their clocks stand still: nothing is read again because it is time.
  here = await startRelay({ env, limits, clock: new TestClock() });
  there = await startRelay({ env, limits, clock: new TestClock() });
  for (const { parts } of [here, there]) await expect.poll(() => parts.context.bus.whole, PATIENCE).toBe(true);
});
afterEach(async () => {
  await here.stop();
  await there.stop();
});

test("what an agent chooses on one relay is told on the other", async () => {
  const visitor = await openVisitor(there);
  const joao = await openAgent(there, await there.addAgent("Joao"));
  joao.send({ type: "availability.set", availability: "away" });
  await joao.first("team.changed", ({ team }) => team.some(({ reason }) => reason === "chosen"));

  const ana = await openAgent(here);
  await visitor.first("availability.changed", ({ site }) => site.people.some(({ name }) => name === "Ana"));
  ana.send({ type: "availability.set", availability: "away", idle: true });

  await visitor.first("availability.changed", ({ site }) => site.availability === "away");
  await joao.first("team.changed", ({ team }) => team.some(({ reason }) => reason === "idle"));
  await ana.first("team.changed", ({ team }) => team.length === 2 && team.every(({ reason }) => reason !== null));
});

test("hours that an owner sets on one relay hold on the other", async () => {
  const visitor = await openVisitor(there);
  const never = { timeZone: "UTC", week: Array.from({ length: 7 }, () => []), exceptions: [] };

  const response = await fetch(`${here.url}/v1/agent/sites/demo/hours`, {
    method: "PUT",
    headers: { origin: here.url, cookie: here.owner.cookie, "content-type": "application/json" },
    body: JSON.stringify({ hours: never }),
  });

  expect(response.status).toBe(200);
  await visitor.first("availability.changed", ({ site }) => site.availability === "closed" && site.opensAt === null);
});
