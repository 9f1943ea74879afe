import type { Redis } from "ioredis";
import type { Complaints } from "./complaints.ts";
import { closeSilently, connectOnce, connectPublisher } from "./connections.ts";
import type { Publication, PubSub, Subscriber, SubscriberEvents } from "./pub-sub.ts";

/** Channels in one command: a large command holds up everybody else's. */
const CHANNELS_AT_ONCE = 1_000;

/** Plain PUBLISH and SUBSCRIBE on one Redis. */
export class SinglePubSub implements PubSub {
  readonly #publisher: Redis;
  readonly #url: string;
  readonly #complaints: Complaints;

  constructor(url: string, complaints: Complaints) {
    this.#url = url;
    this.#complaints = complaints;
    this.#publisher = connectPublisher([url], complaints) as Redis;
  }

  get isConnected(): boolean {
    return this.#publisher.status === "ready";
  }

  onConnected(listener: () => void): void {
    this.#publisher.on("ready", listener);
  }

  async publish(batch: readonly Publication[]): Promise<readonly (number | undefined)[]> {
    const pipeline = this.#publisher.pipeline();
    for (const { channel, payload } of batch) pipeline.publish(channel, payload);
    const answers = (await pipeline.exec()) ?? [];
    return batch.map((_, index) => {
      const [error, receivers] = answers[index] ?? [];
      if (error === null) return receivers as number;
      this.#complaints.hear(error);
      return undefined;
    });
  }

  openSubscriber(events: SubscriberEvents): Subscriber {
    const complaints = this.#complaints;
    const redis = connectOnce(this.#url, complaints);
    redis.once("ready", () => events.ready());
    redis.once("end", () => events.lost());
    redis.on("messageBuffer", (channel: Buffer, payload: Buffer) => events.heard(channel.toString(), payload));
    return {
      join: (channels) => complaints.about(inPortions(channels, (portion) => redis.subscribe(...portion))),
      leave: (channels) => complaints.about(inPortions(channels, (portion) => redis.unsubscribe(...portion))),
      close: () => closeSilently(redis),
    };
  }

  probeChannels(beginning: string): readonly string[] {
    return [beginning];
  }

  close(): void {
    this.#publisher.disconnect();
  }
}

/** All are sent within this turn: a channel that is joined and then left must not be left and then joined. */
async function inPortions(
  channels: readonly string[],
  send: (portion: readonly string[]) => Promise<unknown>,
): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (let start = 0; start < channels.length; start += CHANNELS_AT_ONCE) {
    sent.push(send(channels.slice(start, start + CHANNELS_AT_ONCE)));
  }
  await Promise.all(sent);
}
