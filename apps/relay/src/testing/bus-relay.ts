import { expect } from "vitest";
import { RedisBus } from "../realtime/redis-bus.ts";
import { beginningOf } from "../redis/installation.ts";
import type { PubSub } from "../redis/pub-sub.ts";
import { TestClock } from "./test-clock.ts";

/** A limit for what hangs, not a measure. */
export const PATIENCE = { timeout: 10_000, interval: 10 };

/** A relay's bus, and a promise of its next interruption. */
export class BusRelay {
  readonly clock = new TestClock();
  readonly bus: RedisBus;
  readonly faults: unknown[] = [];
  epoch: string;
  #interrupted = Promise.withResolvers<void>();

  constructor(pubSub: PubSub, epoch = "one") {
    this.epoch = epoch;
    this.bus = new RedisBus({
      pubSub,
      clock: this.clock,
      beginning: () => beginningOf(this.epoch),
      fault: (error) => this.faults.push(error),
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
    await expect.poll(() => this.bus.whole, PATIENCE).toBe(true);
  }

  /** Time passes as it does for a relay: with a pulse each second. */
  pulse(seconds: number): void {
    for (let second = 0; second < seconds; second++) {
      this.clock.advance(1_000);
      this.bus.pulse();
    }
  }
}
