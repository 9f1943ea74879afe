import type { Clock } from "../clock.ts";

/** A relay that hears nothing of itself is deaf to the others too: found within 10 s, both together (F4). */
const PROBE_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 4_000;

/** Tells by a relay's own echo whether its subscriptions are alive: an open connection may lead nowhere. */
export class Probes {
  /** How long the last echo was under way. */
  lagMs = 0;
  readonly #clock: Clock;
  /** When the oldest probe without an echo was sent, on each channel. */
  readonly #missing = new Map<string, number>();
  /** Channels of which nothing was heard since their connection was made. */
  #silent = new Set<string>();
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isDue(): boolean {
    return this.#clock.steady() - this.#sentAt >= PROBE_EVERY_MS;
  }

  /** Has every channel brought an echo over its present connection, and none kept one back? */
  get areHeard(): boolean {
    return this.#silent.size === 0 && !this.areMissed;
  }

  get areMissed(): boolean {
    const now = this.#clock.steady();
    return [...this.#missing.values()].some((sentAt) => now - sentAt >= ANSWER_WITHIN_MS);
  }

  /** Returns what to publish on these channels. */
  send(channels: readonly string[]): string {
    this.#sentAt = this.#clock.steady();
    for (const channel of channels) if (!this.#missing.has(channel)) this.#missing.set(channel, this.#sentAt);
    return String(this.#sentAt);
  }

  hear(channel: string, payload: Buffer): void {
    this.lagMs = this.#clock.steady() - Number(payload.toString());
    this.#missing.delete(channel);
    this.#silent.delete(channel);
  }

  /** A new connection owes no answer, has proved nothing, and is asked at the next opportunity. */
  reset(channels: readonly string[]): void {
    this.#missing.clear();
    this.#silent = new Set(channels);
    this.#sentAt = Number.NEGATIVE_INFINITY;
  }
}
