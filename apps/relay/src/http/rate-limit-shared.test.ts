import { randomUUID } from "node:crypto";
import { once } from "node:events";
import rateLimit from "@fastify/rate-limit";
import fastify from "fastify";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectToRedis, type RedisClient } from "../redis/connections.ts";
import { beginningOf, scriptsOn } from "../redis/installation.ts";
import { RedisServer } from "../testing/redis-server.ts";
import { TestClock } from "../testing/test-clock.ts";
import { scriptsOfOne, unheardComplaints } from "../testing/test-redis.ts";
import { SharedBudgets, SharedLimits } from "./rate-limit-shared.ts";
import { rateLimitStore } from "./rate-limit-store.ts";

const MINUTE = 60_000;
const LIMIT = { max: 3, windowMs: MINUTE };

let server: RedisServer;
let redis: RedisClient;
beforeAll(async () => {
  server = await RedisServer.start();
  redis = await connected(server);
});
afterAll(async () => {
  redis.disconnect();
  await server.stop();
});

async function connected({ url }: RedisServer): Promise<RedisClient> {
  const client = connectToRedis([url], unheardComplaints());
  await once(client, "ready");
  return client;
}

/** The same budgets as one relay, whose clock says what it likes, has them. */
function aRelays(name: string, client: RedisClient | null = redis, clock = new TestClock()): SharedBudgets {
  return new SharedBudgets(name, LIMIT, client && scriptsOfOne(client), clock);
}

async function spendAll(budgets: SharedBudgets, times: number): Promise<boolean[]> {
  const spent: boolean[] = [];
  for (let time = 0; time < times; time++) spent.push((await budgets.spend("maria")).waitMs === 0);
  return spent;
}

test("what is spent on one relay is gone on the others, whatever their clocks say", async () => {
  const name = randomUUID();
  const clock = new TestClock();
  clock.advance(2 * 24 * 60 * MINUTE);

  expect(await spendAll(aRelays(name), 2)).toEqual([true, true]);
  expect(await spendAll(aRelays(name, redis, clock), 2)).toEqual([true, false]);

  const { waitMs, left } = await aRelays(name).spend("maria");
  expect(left).toBe(0);
  expect(waitMs).toBeGreaterThan(0);
  expect(waitMs).toBeLessThanOrEqual(MINUTE / LIMIT.max);
  expect((await aRelays(name).spend("josé")).waitMs).toBe(0);
  expect((await aRelays(randomUUID()).spend("maria")).waitMs).toBe(0);
});

test("what is spent in one installation is not gone in another on the same Redis", async () => {
  const name = randomUUID();
  const elsewhere = new SharedBudgets(
    name,
    LIMIT,
    scriptsOn(redis, () => beginningOf("other")),
    new TestClock(),
  );

  expect(await spendAll(aRelays(name), LIMIT.max + 1)).toEqual([true, true, true, false]);
  expect(await spendAll(elsewhere, 1)).toEqual([true]);
});

test("a shared budget fills up again as time passes, and no further than its maximum", async () => {
  const name = randomUUID();
  const key = `shopbell:test:${name}:maria`;
  await spendAll(aRelays(name), LIMIT.max);

  // Time passes for this budget alone.
  const spentAt = Number(await (redis as Redis).hget(key, "at"));
  await (redis as Redis).hset(key, "at", spentAt - MINUTE / LIMIT.max);
  expect(await spendAll(aRelays(name), 2)).toEqual([true, false]);

  await (redis as Redis).hset(key, "at", spentAt - 10 * MINUTE);
  expect(await spendAll(aRelays(name), LIMIT.max + 1)).toEqual([true, true, true, false]);
  expect(await (redis as Redis).pttl(key)).toBeGreaterThan(0);
});

test("what is given back can be spent again, on every relay, and no budget grows by it", async () => {
  const name = randomUUID();
  const alone = aRelays("alone", null);
  for (const [here, there] of [
    [aRelays(name), aRelays(name)],
    [alone, alone],
  ] as const) {
    await here.giveBack("maria");
    expect(await spendAll(here, LIMIT.max + 1)).toEqual([true, true, true, false]);

    await there.giveBack("maria");
    expect(await spendAll(here, 2)).toEqual([true, false]);

    for (let time = 0; time <= LIMIT.max; time++) await there.giveBack("maria");
    expect(await spendAll(there, LIMIT.max + 1)).toEqual([true, true, true, false]);
  }
});

test("without Redis a relay counts by itself, by the same rule", async () => {
  const clock = new TestClock();
  const alone = aRelays("alone", null, clock);

  expect(await spendAll(alone, 4)).toEqual([true, true, true, false]);
  expect(await alone.spend("maria")).toEqual({ waitMs: MINUTE / LIMIT.max, left: 0 });

  clock.advance(MINUTE / LIMIT.max);
  expect(await spendAll(alone, 2)).toEqual([true, false]);
});

test("while Redis is away a relay counts by itself", async () => {
  const ownServer = await RedisServer.start();
  const client = await connected(ownServer);
  const budgets = aRelays("away", client);
  expect(await spendAll(budgets, 3)).toEqual([true, true, true]);

  await ownServer.kill();

  expect(await spendAll(budgets, 4)).toEqual([true, true, true, false]);
  client.disconnect();
  await ownServer.stop();
});

test("requests to a limited route are counted by all relays together, each route by itself", async () => {
  const here = await aRelayWithRoutes();
  const there = await aRelayWithRoutes();

  const statuses: number[] = [];
  for (const app of [here, there, here, there]) statuses.push((await app.inject("/limited")).statusCode);

  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await here.inject("/limited");
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  const other = await here.inject("/other");
  expect(other.statusCode).toBe(200);
  expect(other.headers["x-ratelimit-remaining"]).toBe("2");
});

async function aRelayWithRoutes() {
  const app = fastify();
  const limits = new SharedLimits(scriptsOfOne(redis), new TestClock());
  await app.register(rateLimit, { global: false, store: rateLimitStore(limits) });
  const limited = { config: { rateLimit: { max: LIMIT.max, timeWindow: LIMIT.windowMs } } };
  app.get("/limited", limited, async () => "");
  app.get("/other", limited, async () => "");
  return app;
}
