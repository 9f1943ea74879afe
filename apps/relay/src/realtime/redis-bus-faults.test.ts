import { afterEach, beforeEach, expect, test } from "vitest";
import { beginningOf } from "../redis/installation.ts";
import { SinglePubSub } from "../redis/single-pub-sub.ts";
import { BusRelay, PATIENCE } from "../testing/bus-relay.ts";
import { RedisServer } from "../testing/redis-server.ts";
import { unheardComplaints } from "../testing/test-redis.ts";
import { plain } from "./bus.ts";
import { listen } from "./bus-contract.ts";

let server: RedisServer;
let here: BusRelay;
let there: BusRelay;
beforeEach(async () => {
  server = await RedisServer.start();
  here = new BusRelay(new SinglePubSub(server.url, unheardComplaints()));
  there = new BusRelay(new SinglePubSub(server.url, unheardComplaints()));
  await Promise.all([here.connected(), there.connected()]);
});
afterEach(async () => {
  await here.bus.close();
  await there.bus.close();
  await server.stop();
});

/** What `there` says arrives. */
async function expectHeard(heard: string[], channel: string): Promise<void> {
  await there.connected();
  there.bus.publish(channel, plain("after"));
  await expect.poll(() => heard, PATIENCE).toEqual(["after"]);
}

test("subscriptions that Redis cuts off stand again before the interruption is told", async () => {
  const { heard } = await listen(here.bus, "a");
  expect(here.bus.whole).toBe(true);

  const interrupted = here.interrupted;
  await server.call("CLIENT", "KILL", "TYPE", "pubsub");
  await interrupted;

  there.bus.publish("a", plain("after"));
  await expect.poll(() => heard, PATIENCE).toEqual(["after"]);
  expect(here.bus.interruptions).toBe(1);
  await here.connected();
});

test("after a restart, everything is subscribed to again", async () => {
  const { heard } = await listen(here.bus, "a");
  const interrupted = here.interrupted;

  await server.kill();
  await expect.poll(() => here.bus.whole, PATIENCE).toBe(false);
  await server.restart();
  await interrupted;

  await here.connected();
  await expectHeard(heard, "a");
});

test("publishing waits for nothing while Redis is away, and serves this relay", async () => {
  const { heard } = await listen(here.bus, "a");
  await server.kill();
  await expect.poll(() => here.bus.whole, PATIENCE).toBe(false);

  here.bus.publish("a", plain("1"));

  expect(heard).toEqual(["1"]);
  await expect.poll(() => here.bus.droppedPublishes, PATIENCE).toBe(1);
});

test("a subscription that is made while Redis is away waits for nothing, and is heard when it is back", async () => {
  const interrupted = here.interrupted;
  await server.kill();
  await expect.poll(() => here.bus.whole, PATIENCE).toBe(false);
  const { heard } = await listen(here.bus, "a");

  await server.restart();
  await interrupted;

  await expectHeard(heard, "a");
});

test("who could not publish tells the others that they missed something", async () => {
  server.pause();
  there.bus.publish("a", plain("lost"));
  await expect.poll(() => there.bus.droppedPublishes, PATIENCE).toBeGreaterThan(0);
  const interrupted = here.interrupted;

  server.resume();
  there.pulse(1);

  await interrupted;
  await here.connected();
});

test("a connection that is open and silent is found within 10 s and made anew", async () => {
  here.pulse(5);
  here.clock.advance(3);
  await expect.poll(() => here.bus.lagMs, PATIENCE).toBe(3);
  const interrupted = here.interrupted;

  server.pause();
  here.pulse(9);
  expect(here.bus.whole).toBe(false);
  here.pulse(1);
  server.resume();
  await interrupted;

  await here.connected();
  here.pulse(1);
  expect(here.bus.whole).toBe(true);
});

test("a channel is left when nobody has come back to it", async () => {
  const { end } = await listen(here.bus, "a");
  end();
  here.clock.advance(9_999);
  here.bus.pulse();
  const channel = `${beginningOf(here.epoch)}a`;
  expect(await server.call("PUBSUB", "NUMSUB", channel)).toEqual([channel, 1]);

  here.clock.advance(1);
  here.bus.pulse();

  await expect.poll(() => server.call("PUBSUB", "NUMSUB", channel), PATIENCE).toEqual([channel, 0]);
});
