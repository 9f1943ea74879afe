import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginningOf } from "../redis/installation.ts";
import type { PubSub } from "../redis/pub-sub.ts";
import { ShardedPubSub } from "../redis/sharded-pub-sub.ts";
import { SinglePubSub } from "../redis/single-pub-sub.ts";
import { BusRelay, PATIENCE } from "../testing/bus-relay.ts";
import { RedisCluster, RedisServer } from "../testing/redis-server.ts";
import { unheardComplaints } from "../testing/test-redis.ts";
import { type Bus, plain } from "./bus.ts";
import { busContract, listen, type Relays } from "./bus-contract.ts";

/** Each node keeps the order of what it carries, so what comes last is published on each. */
async function connect(open: () => PubSub): Promise<Relays> {
  const first = open();
  const relays = [new BusRelay(first), new BusRelay(open())] as const;
  await Promise.all(relays.map((relay) => relay.connected()));
  const [{ bus: here }, { bus: there }] = relays;
  const beginning = beginningOf("one");
  const ends = first.probeChannels(`${beginning}end`).map((channel) => channel.slice(beginning.length));
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

  busContract(() => connect(() => new SinglePubSub(server.url, unheardComplaints())));
});

describe("the bus on a cluster", () => {
  let cluster: RedisCluster;
  beforeAll(async () => {
    cluster = await RedisCluster.start();
  });
  afterAll(() => cluster.stop());

  busContract(() => connect(() => new ShardedPubSub(cluster.url.split(","), unheardComplaints())));

  test("a node that dies and comes back is joined again", async () => {
    const relay = new BusRelay(new ShardedPubSub(cluster.url.split(","), unheardComplaints()));
    const other = new BusRelay(new ShardedPubSub(cluster.url.split(","), unheardComplaints()));
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
