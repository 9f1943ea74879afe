import { Redis } from "ioredis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SYSTEM_CLOCK } from "../clock.ts";
import type { PubSub } from "../redis/pub-sub.ts";
import { ShardedPubSub } from "../redis/sharded-pub-sub.ts";
import { SinglePubSub } from "../redis/single-pub-sub.ts";
import { RedisCluster, RedisServer } from "../testing/redis-server.ts";
import { TestClock } from "../testing/test-clock.ts";
import { type Bus, plain } from "./bus.ts";
import { busContract, listen, type Relays } from "./bus-contract.ts";
import { RedisBus } from "./redis-bus.ts";

/** A limit for what hangs, not a measure. */
const PATIENCE = { timeout: 10_000, interval: 10 };

/** A relay's bus, and a promise of its next interruption. */
class Relay {
  readonly clock = new TestClock();
  readonly bus: RedisBus;
  readonly #pubSub: PubSub;
  #interrupted = Promise.withResolvers<void>();

  constructor(pubSub: PubSub) {
    this.#pubSub = pubSub;
    this.bus = new RedisBus(pubSub, this.clock, {
      interrupted: () => {
        this.#interrupted.resolve();
        this.#interrupted = Promise.withResolvers();
      },
    });
  }

  get interrupted(): Promise<void> {
    return this.#interrupted.promise;
  }

  /** Resolves when it can be heard, and hears. */
  async connected(): Promise<void> {
    await expect.poll(() => this.bus.whole && this.#pubSub.isConnected, PATIENCE).toBe(true);
  }

  /** Time passes as it does for a relay: with a pulse each second. */
  pulse(seconds: number): void {
    for (let second = 0; second < seconds; second++) {
      this.clock.advance(1_000);
      this.bus.pulse();
    }
  }
}

/** Each node keeps the order of what it carries, so what comes last is published on each. */
async function connect(open: () => PubSub): Promise<Relays> {
  const pubSubs = [open(), open()] as const;
  const [here, there] = pubSubs.map((pubSub) => new RedisBus(pubSub, SYSTEM_CLOCK, { interrupted: () => undefined }));
  if (!(here && there)) throw new Error("Two were opened.");
  await expect
    .poll(() => here.whole && there.whole && pubSubs.every(({ isConnected }) => isConnected), PATIENCE)
    .toBe(true);
  const ends = pubSubs[0].probeChannels("end");
  return { here, there, settled: () => settled([here, there], ends) };
}

async function settled(buses: readonly Bus[], channels: readonly string[]): Promise<void> {
  const arrivals = buses.flatMap((bus) =>
    channels.map((channel) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      let missing = buses.length;
      const subscription = bus.subscribe(channel, () => --missing === 0 && resolve());
      return { promise, subscription, channel };
    }),
  );
  await Promise.all(arrivals.map(({ subscription }) => subscription.ready));
  for (const bus of buses) for (const channel of channels) bus.publish(channel, plain("end"));
  await Promise.all(arrivals.map(({ promise }) => promise));
  for (const { subscription } of arrivals) subscription.end();
}

describe("the bus on one Redis", () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await RedisServer.start();
  });
  afterAll(() => server.stop());

  busContract(() => connect(() => new SinglePubSub(server.url)));
});

describe("the bus on a cluster", () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await RedisCluster.start();
  });
  afterAll(() => cluster.stop());

  busContract(() => connect(() => new ShardedPubSub(cluster.url.split(","))));

  test("a node that dies and comes back is joined again", async () => {
    const relay = new Relay(new ShardedPubSub(cluster.url.split(",")));
    const other = new Relay(new ShardedPubSub(cluster.url.split(",")));
    const channels = Array.from({ length: 20 }, (_, index) => `c${index}`);
    const heard = await Promise.all(channels.map((channel) => listen(relay.bus, channel)));
    await Promise.all([relay.connected(), other.connected()]);

    const interrupted = relay.interrupted;
    await cluster.nodes[1]?.restart();
    await interrupted;

    await expect
      .poll(() => {
        for (const channel of channels) other.bus.publish(channel, plain("1"));
        return heard.every(({ heard }) => heard.length > 0);
      }, PATIENCE)
      .toBe(true);
    await relay.bus.close();
    await other.bus.close();
  });
});

describe("a Redis that fails", () => {
  let server: RedisServer;
  let here: Relay;
  let there: Relay;
  beforeEach(async () => {
    server = await RedisServer.start();
    here = new Relay(new SinglePubSub(server.url));
    there = new Relay(new SinglePubSub(server.url));
    await Promise.all([here.connected(), there.connected()]);
  });
  afterEach(async () => {
    await here.bus.close();
    await there.bus.close();
    await server.stop();
  });

  async function command(...words: [string, ...string[]]): Promise<unknown> {
    const redis = new Redis(server.url);
    const answer = await redis.call(...words);
    redis.disconnect();
    return answer;
  }

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
    await command("CLIENT", "KILL", "TYPE", "pubsub");
    await interrupted;

    expect(here.bus.whole).toBe(true);
    await expectHeard(heard, "a");
    expect(here.bus.interruptions).toBe(1);
  });

  test("after a restart, everything is subscribed to again", async () => {
    const { heard } = await listen(here.bus, "a");
    const interrupted = here.interrupted;

    await server.kill();
    await expect.poll(() => here.bus.whole, PATIENCE).toBe(false);
    await server.restart();
    await interrupted;

    expect(here.bus.whole).toBe(true);
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
    expect(here.bus.whole).toBe(true);
  });

  test("a connection that is open and silent is found within 10 s and made anew", async () => {
    here.pulse(1);
    here.clock.advance(3);
    await expect.poll(() => here.bus.lagMs, PATIENCE).toBe(3);
    const interrupted = here.interrupted;

    server.pause();
    here.pulse(9);
    expect(here.bus.whole).toBe(false);
    here.pulse(1);
    server.resume();
    await interrupted;

    expect(here.bus.whole).toBe(true);
    here.pulse(1);
    expect(here.bus.whole).toBe(true);
  });

  test("a channel is left when nobody has come back to it", async () => {
    const { end } = await listen(here.bus, "a");
    end();
    here.clock.advance(9_999);
    here.bus.pulse();
    expect(await command("PUBSUB", "NUMSUB", "a")).toEqual(["a", 1]);

    here.clock.advance(1);
    here.bus.pulse();

    await expect.poll(() => command("PUBSUB", "NUMSUB", "a"), PATIENCE).toEqual(["a", 0]);
  });
});

test("a publication that not even this relay's own subscription hears brings a new connection", async () => {
  let opened = 0;
  const forgetful: PubSub = {
    isConnected: true,
    onConnected: () => undefined,
    publish: async (batch) => batch.map(() => 0),
    openSubscriber: ({ ready }) => {
      opened += 1;
      process.nextTick(ready);
      return { join: async () => undefined, leave: async () => undefined, close: () => undefined };
    },
    probeChannels: (beginning) => [beginning],
    close: () => undefined,
  };
  const relay = new Relay(forgetful);
  const { heard } = await listen(relay.bus, "a");
  const interrupted = relay.interrupted;

  relay.bus.publish("elsewhere", plain("1"));
  relay.bus.publish("a", plain("2"));
  await interrupted;

  expect({ opened, unheard: relay.bus.unheardPublishes, heard }).toEqual({ opened: 2, unheard: 1, heard: ["2"] });
  await relay.bus.close();
});
