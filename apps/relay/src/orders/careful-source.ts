import type { Order } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import { type OrderSource, SourceSilent } from "./order-source.ts";

/** Somebody who looks twice is told the same, and the shop is asked once. */
const KEPT_MS = 15_000;
const MAX_KEPT = 1_000;
/** A source that was silent so often in a row is left alone for a while, instead of letting each visitor wait for it. */
const FAILURES = 3;
const PAUSE_MS = 30_000;

interface Kept {
  readonly until: number;
  readonly answer: Promise<unknown>;
}

/** A source of somebody else's, asked no more often than it must be. */
export class CarefulSource implements OrderSource {
  readonly #source: OrderSource;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  #failures = 0;
  #pausedUntil = 0;

  constructor(source: OrderSource, clock: Clock) {
    this.#source = source;
    this.#clock = clock;
  }

  byNumber(number: string): Promise<Order | null> {
    return this.#once(`number ${number}`, () => this.#source.byNumber(number));
  }

  byEmail(email: string, limit: number): Promise<Order[]> {
    return this.#once(`${limit} of ${email}`, () => this.#source.byEmail(email, limit));
  }

  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const now = this.#clock.steady();
    const kept = this.#kept.get(question);
    if (kept && kept.until > now) return kept.answer as Promise<T>;
    if (now < this.#pausedUntil) return Promise.reject(new SourceSilent("It failed three times, and is left alone."));
    const answer = this.#watched(question, ask());
    this.#keep(question, { until: now + KEPT_MS, answer });
    return answer;
  }

  async #watched<T>(question: string, asked: Promise<T>): Promise<T> {
    try {
      const answer = await asked;
      this.#failures = 0;
      return answer;
    } catch (error) {
      this.#kept.delete(question);
      if (error instanceof SourceSilent) this.#noteSilence();
      throw error; // another fault is of one question: it must not keep the source from all others
    }
  }

  #noteSilence(): void {
    this.#failures += 1;
    if (this.#failures >= FAILURES) this.#pausedUntil = this.#clock.steady() + PAUSE_MS;
  }

  /** The oldest make place: a Map keeps the order in which they came. */
  #keep(question: string, kept: Kept): void {
    this.#kept.delete(question);
    this.#kept.set(question, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
  }
}
