import { expect, test } from "vitest";
import type { Publication, PubSub, Subscriber, SubscriberEvents } from "../redis/pub-sub.ts";
import { BusRelay, PATIENCE } from "../testing/bus-relay.ts";
import { plain } from "./bus.ts";
import { listen } from "./bus-contract.ts";

/** A Redis that does as it is told here: it hears what is published, or not. */
class PuppetPubSub implements PubSub {
  isConnected = true;
  opened = 0;
  readonly #publish: (batch: readonly Publication[]) => Promise<readonly (number | undefined)[]>;
  readonly probeChannels = (beginning: string) => [beginning];
  #heard: SubscriberEvents["heard"] = () => undefined;

  constructor(publish = async (batch: readonly Publication[]) => batch.map(() => 0)) {
    this.#publish = publish;
  }

  onConnected(): void {
    // It is connected from the beginning.
  }

  publish(batch: readonly Publication[]) {
    return this.#publish(batch);
  }

  echo({ channel, payload }: Publication): void {
    this.#heard(channel, Buffer.from(payload));
  }

  openSubscriber({ ready, heard }: SubscriberEvents): Subscriber {
    this.opened += 1;
    this.#heard = heard;
    process.nextTick(ready);
    return { join: async () => undefined, leave: async () => undefined, close: () => undefined };
  }

  close(): void {
    // Nothing is open.
  }
}

test("publications that are never answered are lost after a while", async () => {
  const relay = new BusRelay(new PuppetPubSub(() => new Promise(() => undefined)));

  relay.bus.publish("a", plain("1"));

  await expect.poll(() => relay.bus.droppedPublishes, PATIENCE).toBeGreaterThan(0);
  await relay.bus.close();
});

test("a relay that hears nothing of itself is not whole, however often it connects", async () => {
  const redis = new PuppetPubSub();
  const relay = new BusRelay(redis);
  const seen: boolean[] = [];

  const connections = () => {
    relay.pulse(1);
    seen.push(relay.bus.whole);
    return redis.opened;
  };
  await expect.poll(connections, PATIENCE).toBe(4);

  expect(seen).not.toContain(true);
  await relay.bus.close();
});

test("a relay that can publish nothing is not whole, and knows how much it has not told", async () => {
  const redis: PuppetPubSub = new PuppetPubSub(async (batch) => {
    for (const publication of batch) redis.echo(publication);
    return batch.map(() => 1);
  });
  const relay = new BusRelay(redis);
  await relay.connected();

  redis.isConnected = false;
  expect(relay.bus.whole).toBe(false);
  relay.bus.publish("a", plain("1"));
  await expect.poll(() => relay.bus.untoldPublishes, PATIENCE).toBe(1);
  redis.isConnected = true;
  relay.pulse(1);

  expect([relay.bus.whole, relay.bus.untoldPublishes]).toEqual([true, 0]);
  await relay.bus.close();
});

test("a publication that not even this relay's own subscription hears brings a new connection", async () => {
  const forgetful = new PuppetPubSub();
  const relay = new BusRelay(forgetful);
  const { heard } = await listen(relay.bus, "a");
  const interrupted = relay.interrupted;

  relay.bus.publish("elsewhere", plain("1"));
  relay.bus.publish("a", plain("2"));
  await interrupted;

  expect({ opened: forgetful.opened, unheard: relay.bus.unheardPublishes, heard }).toEqual({
    opened: 2,
    unheard: 1,
    heard: ["2"],
  });
  await relay.bus.close();
});
