import { MAX_REPLAYED } from "@shopbell/protocol/limits";
import type { BusListener, BusMessage, Subscription } from "./bus.ts";

/**
 * One conversation that a peer follows. While what it missed is being read, what is published is held back, so that the
 * other end hears everything once and in order.
 */
export class Watch {
  readonly #deliver: BusListener;
  readonly #missed: () => void;
  readonly #subscription: Subscription;
  #head = 0;
  #held: BusMessage[] | null = [];
  #lags = false;
  #overflowed = false;

  /** @param missed told when a message shows that others before it were not heard; the watch then holds. */
  constructor(subscribe: (listener: BusListener) => Subscription, deliver: BusListener, missed: () => void) {
    this.#deliver = deliver;
    this.#missed = missed;
    this.#subscription = subscribe((message) => this.#hear(message));
  }

  /** Last seq that went to the other end. */
  get head(): number {
    return this.#head;
  }

  /** False while the other end is about to be given what it misses, or cannot take it. */
  get isLive(): boolean {
    return this.#held === null && !this.#lags;
  }

  /** Resolves when nothing that is published can be missed any more. */
  get ready(): Promise<void> {
    return this.#subscription.ready;
  }

  /** Holds back from now on: what was missed is about to be read from the database. */
  hold(): void {
    this.#held ??= [];
    this.#lags = false;
  }

  /** Is the other end too far behind to be given anything? */
  get lags(): boolean {
    return this.#lags;
  }

  /** The other end has everything up to `head` and cannot take more: hears nothing until it holds again. */
  lag(head: number): void {
    this.#head = head;
    this.#held = null;
    this.#lags = true;
  }

  /** The other end has everything up to `head`: what was held and is newer follows. */
  goLive(head: number): void {
    this.#head = head;
    const held = this.#held ?? [];
    this.#held = null;
    for (const message of held) this.#hear(message);
    if (!this.#overflowed) return;
    this.#overflowed = false;
    this.hold();
    this.#missed();
  }

  end(): void {
    this.#subscription.end();
  }

  #hear(message: BusMessage): void {
    if (this.#lags) return;
    if (this.#held) {
      this.#keep(this.#held, message);
    } else if (message.seq === null) {
      this.#deliver(message);
    } else if (message.seq === this.#head + 1) {
      this.#head = message.seq;
      this.#deliver(message);
    } else if (message.seq > this.#head) {
      this.hold();
      this.#missed();
    }
  }

  /** More than would be replayed is read from the database, and best effort is not kept at all. */
  #keep(held: BusMessage[], message: BusMessage): void {
    if (message.lossy) return;
    if (held.length < MAX_REPLAYED) held.push(message);
    else this.#overflowed = true;
  }
}
