import type { BusListener, BusMessage, Subscription } from "./bus.ts";

/**
 * One conversation that a peer follows. While what it missed is being read, what is published is held back, so that the
 * other end hears everything once and in order.
 */
export class Watch {
  readonly #deliver: BusListener;
  readonly #subscription: Subscription;
  #head = 0;
  #held: BusMessage[] | null = [];

  constructor(subscribe: (listener: BusListener) => Subscription, deliver: BusListener) {
    this.#deliver = deliver;
    this.#subscription = subscribe((message) => this.#hear(message));
  }

  /** Last seq that went to the other end. */
  get head(): number {
    return this.#head;
  }

  /** Resolves when nothing that is published can be missed any more. */
  get ready(): Promise<void> {
    return this.#subscription.ready;
  }

  /** Holds back again: what was missed is about to be read once more. */
  hold(): void {
    this.#held ??= [];
  }

  /** The other end has everything up to `head`: what was held and is newer follows. */
  goLive(head: number): void {
    this.#head = head;
    const held = this.#held ?? [];
    this.#held = null;
    for (const message of held) this.#hear(message);
  }

  end(): void {
    this.#subscription.end();
  }

  #hear(message: BusMessage): void {
    if (this.#held) {
      this.#held.push(message);
      return;
    }
    if (message.seq !== null) {
      if (message.seq <= this.#head) return;
      this.#head = message.seq;
    }
    this.#deliver(message);
  }
}
