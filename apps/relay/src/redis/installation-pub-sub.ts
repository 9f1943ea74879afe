import type { Publication, PubSub, Subscriber, SubscriberEvents } from "./pub-sub.ts";

/** The channels of one installation, by their names without its beginning. */
export class InstallationPubSub implements PubSub {
  readonly #pubSub: PubSub;
  readonly #newBeginning: () => string;
  /** Of the channels that are heard, and for as long as they are, of those that are published on too. */
  #beginning: string;

  /** @param beginning of the channels, as of now */
  constructor(pubSub: PubSub, beginning: () => string) {
    this.#pubSub = pubSub;
    this.#newBeginning = beginning;
    this.#beginning = beginning();
  }

  /** The channels are called otherwise now: only a new subscriber hears them. */
  get hasMoved(): boolean {
    return this.#newBeginning() !== this.#beginning;
  }

  get isConnected(): boolean {
    return this.#pubSub.isConnected;
  }

  onConnected(listener: () => void): void {
    this.#pubSub.onConnected(listener);
  }

  publish(batch: readonly Publication[]): Promise<readonly (number | undefined)[]> {
    return this.#pubSub.publish(
      batch.map(({ channel, payload }) => ({ channel: `${this.#beginning}${channel}`, payload })),
    );
  }

  openSubscriber({ ready, lost, heard }: SubscriberEvents): Subscriber {
    const beginning = this.#newBeginning();
    this.#beginning = beginning;
    const named = (channels: readonly string[]) => channels.map((channel) => `${beginning}${channel}`);
    const subscriber = this.#pubSub.openSubscriber({
      ready,
      lost,
      heard: (channel, payload) => heard(channel.slice(beginning.length), payload),
    });
    return {
      join: (channels) => subscriber.join(named(channels)),
      leave: (channels) => subscriber.leave(named(channels)),
      close: () => subscriber.close(),
    };
  }

  probeChannels(beginning: string): readonly string[] {
    const own = this.#beginning;
    return this.#pubSub.probeChannels(`${own}${beginning}`).map((channel) => channel.slice(own.length));
  }

  close(): void {
    this.#pubSub.close();
  }
}
