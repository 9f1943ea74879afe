import { type Cluster, Command, type Redis } from "ioredis";
import type { Complaints } from "./complaints.ts";
import { closeSilently, connectOnceTo, connectPublisher } from "./connections.ts";
import type { Publication, PubSub, Subscriber, SubscriberEvents } from "./pub-sub.ts";

/** SPUBLISH and SSUBSCRIBE on a cluster: each node carries its own share of the channels. */
export class ShardedPubSub implements PubSub {
  readonly #publisher: Cluster;
  readonly #complaints: Complaints;

  /** @param urls nodes to ask for all the others */
  constructor(urls: readonly string[], complaints: Complaints) {
    this.#complaints = complaints;
    this.#publisher = connectPublisher(urls, complaints) as Cluster;
  }

  get isConnected(): boolean {
    return this.#publisher.status === "ready";
  }

  onConnected(listener: () => void): void {
    this.#publisher.on("ready", listener);
  }

  /** The client puts what is published in one turn into one pipeline for each node. */
  async publish(batch: readonly Publication[]): Promise<readonly (number | undefined)[]> {
    const sent = batch.map(({ channel, payload }) => this.#publisher.spublish(channel, payload));
    const answers = await Promise.allSettled(sent);
    return answers.map((answer) => {
      if (answer.status === "fulfilled") return Number(answer.value);
      this.#complaints.hear(answer.reason);
      return undefined;
    });
  }

  /** A connection to each master. When one is lost, or a slot moves, all are: the next ones know the new places. */
  openSubscriber(events: SubscriberEvents): Subscriber {
    const complaints = this.#complaints;
    const nodes = new Map<string, Redis>();
    const close = () => nodes.forEach(closeSilently);
    const lose = () => {
      close();
      events.lost();
    };
    let connecting = 0;
    for (const node of this.#publisher.nodes("master")) {
      const redis = connectOnceTo(node, complaints);
      connecting += 1;
      nodes.set(`${node.options.host}:${node.options.port}`, redis);
      redis.once("ready", () => --connecting === 0 && events.ready());
      redis.once("end", lose).once("moved", lose);
      redis.on("smessageBuffer", (channel: Buffer, payload: Buffer) => events.heard(channel.toString(), payload));
    }
    if (nodes.size === 0) process.nextTick(events.lost);
    const nodeOf = (channel: string) => nodes.get(this.#ownerOf(channel));
    return {
      join: (channels) => complaints.about(each(channels, (channel) => nodeOf(channel)?.ssubscribe(channel))),
      leave: (channels) => complaints.about(each(channels, (channel) => nodeOf(channel)?.sunsubscribe(channel))),
      close,
    };
  }

  probeChannels(beginning: string): readonly string[] {
    const masters = new Set(this.#publisher.slots.map(([master]) => master));
    const channels = new Map<string, string>();
    for (let number = 0; channels.size < masters.size; number++) {
      const channel = `${beginning}:${number}`;
      channels.set(this.#ownerOf(channel), channel);
    }
    return [...channels.values()];
  }

  close(): void {
    this.#publisher.disconnect();
  }

  #ownerOf(channel: string): string {
    const slot = new Command("spublish", [channel]).getSlot();
    return this.#publisher.slots[slot ?? 0]?.[0] ?? "";
  }
}

/** All are sent within this turn, and each node keeps their order. @throws when a node is not connected, as when one breaks. */
async function each(
  channels: readonly string[],
  send: (channel: string) => Promise<unknown> | undefined,
): Promise<void> {
  await Promise.all(
    channels.map((channel) => send(channel) ?? Promise.reject(new Error(`No node carries ${channel}.`))),
  );
}
