import type { Subscriber } from "./pub-sub.ts";

/** How long a channel is still heard that nobody listens to: a reload leaves and joins again within seconds. */
const LINGER_MS = 10_000;
const READY = Promise.resolve();

interface Joined {
  listeners: number;
  /** Redis has said that what is published from now on is heard. */
  stands: boolean;
  /** Until it stands, or nobody can say when it will. */
  ready: Promise<void>;
  settle: () => void;
}

/** Which channels of Redis this relay hears, and how many listen to each. Outlives the connection. */
export class Subscriptions {
  readonly #joined = new Map<string, Joined>();
  readonly #joining = new Set<string>();
  /** Channels without listeners, and since when; the longest first. */
  readonly #idle = new Map<string, number>();
  readonly #failed: (subscriber: Subscriber) => void;
  #subscriber: Subscriber | undefined;
  #isAway = false;

  /** @param failed told of a connection that took no subscription */
  constructor(failed: (subscriber: Subscriber) => void) {
    this.#failed = failed;
  }

  /** One more listens. The promise is the `ready` of a `Subscription`. */
  add(channel: string): Promise<void> {
    const known = this.#joined.get(channel);
    if (known) {
      known.listeners += 1;
      this.#idle.delete(channel);
      return known.ready;
    }
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#joined.set(channel, { listeners: 1, stands: false, ready: promise, settle: resolve });
    if (this.#isAway) resolve();
    this.#join(channel);
    return promise;
  }

  /** One listens no more. */
  remove(channel: string, steadyMs: number): void {
    const known = this.#joined.get(channel);
    if (known === undefined) return;
    known.listeners -= 1;
    if (known.listeners === 0) this.#idle.set(channel, steadyMs);
  }

  stands(channel: string): boolean {
    return this.#joined.get(channel)?.stands ?? false;
  }

  /** Joins everything on a new connection. Rejects when it breaks meanwhile. */
  async resume(subscriber: Subscriber): Promise<void> {
    this.#subscriber = subscriber;
    this.#isAway = false;
    this.#joining.clear();
    await this.#joinAll([...this.#joined.keys()], subscriber);
  }

  /** The connection is gone, and nobody waits for the next one. */
  suspend(): void {
    this.#subscriber = undefined;
    this.#isAway = true;
    for (const joined of this.#joined.values()) {
      joined.stands = false;
      joined.settle();
    }
  }

  /** Leaves the channels that nobody came back to. */
  sweep(steadyMs: number): void {
    const left: string[] = [];
    for (const [channel, since] of this.#idle) {
      if (steadyMs - since < LINGER_MS) break;
      this.#idle.delete(channel);
      this.#joined.delete(channel);
      left.push(channel);
    }
    const subscriber = this.#subscriber;
    if (left.length > 0) subscriber?.leave(left).catch(() => this.#failed(subscriber));
  }

  /** The joins of one turn go out together. */
  #join(channel: string): void {
    if (this.#joining.size === 0) setImmediate(() => this.#flush());
    this.#joining.add(channel);
  }

  #flush(): void {
    const channels = [...this.#joining];
    this.#joining.clear();
    const subscriber = this.#subscriber;
    if (subscriber) this.#joinAll(channels, subscriber).catch(() => this.#failed(subscriber));
  }

  async #joinAll(channels: readonly string[], subscriber: Subscriber): Promise<void> {
    // One that is left and joined again meanwhile stands when its own join is answered, not this one.
    const awaited = channels.map((channel) => this.#joined.get(channel)).filter((joined) => joined !== undefined);
    if (channels.length > 0) await subscriber.join(channels);
    if (subscriber !== this.#subscriber) return;
    for (const joined of awaited) {
      joined.stands = true;
      joined.settle();
      joined.ready = READY;
    }
  }
}
