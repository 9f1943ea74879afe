import type { Clock } from "../clock.ts";

/** A clock in the hand of a test. */
export class TestClock implements Clock {
  #now = 1_800_000_000_000;
  #steady = 0;

  now(): number {
    return this.#now;
  }

  steady(): number {
    return this.#steady;
  }

  /** Time passes. */
  advance(ms: number): void {
    this.#now += ms;
    this.#steady += ms;
  }

  /** Somebody sets the machine's clock; no time passes. */
  setBack(ms: number): void {
    this.#now -= ms;
  }
}
