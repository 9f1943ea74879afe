import { pauseBefore } from "./connections.ts";
import type { PubSub, Subscriber } from "./pub-sub.ts";

export interface PersistentEvents {
  /** Connected anew: joins what shall be heard. A rejection means that this connection is no good either. */
  ready(subscriber: Subscriber): Promise<void>;
  lost(): void;
  heard(channel: string, payload: Buffer): void;
}

/** Keeps one subscriber connected for as long as the relay lives. */
export class PersistentSubscriber {
  readonly #pubSub: PubSub;
  readonly #events: PersistentEvents;
  #current: Subscriber | undefined;
  #retry: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(pubSub: PubSub, events: PersistentEvents) {
    this.#pubSub = pubSub;
    this.#events = events;
    this.#open();
  }

  /** Gives a connection up that is open and worth nothing. Does nothing when there is another one already. */
  replace(subscriber = this.#current): void {
    if (subscriber === undefined || subscriber !== this.#current) return;
    subscriber.close();
    this.#lose(subscriber);
  }

  close(): void {
    clearTimeout(this.#retry);
    this.#current?.close();
    this.#current = undefined;
  }

  #open(): void {
    const subscriber = this.#pubSub.openSubscriber({
      ready: () => this.#resume(subscriber),
      lost: () => this.#lose(subscriber),
      heard: this.#events.heard,
    });
    this.#current = subscriber;
  }

  async #resume(subscriber: Subscriber): Promise<void> {
    try {
      await this.#events.ready(subscriber);
      this.#failures = 0;
    } catch {
      this.replace(subscriber);
    }
  }

  #lose(subscriber: Subscriber): void {
    if (subscriber !== this.#current) return;
    this.#current = undefined;
    this.#failures += 1;
    this.#retry = setTimeout(() => this.#open(), pauseBefore(this.#failures));
    this.#events.lost();
  }
}
