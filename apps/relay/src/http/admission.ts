import type { Clock } from "../clock.ts";
import type { Counters, Pressure } from "../counters.ts";
import { BEHIND_MS, type Limit, RETRY_SPREAD_S } from "../limits.ts";
import { Refusal } from "./problems.ts";
import { Budget } from "./rate-limit.ts";

export interface AdmissionOptions {
  /** Arrivals that the whole process takes. */
  readonly limit: Limit;
  readonly clock: Clock;
  readonly counters: Pick<Counters, "admissionsRefused">;
  readonly isDraining: () => boolean;
  readonly loopDelayMs: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/**
 * Whether the relay takes one more socket or poll. Asked before anything is done for it: a relay that is worked to death
 * by those who return serves nobody, and one that says no in microseconds is back for all of them within half a minute.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #budget: Budget;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#budget = new Budget(options.limit, options.clock.steady());
  }

  /** @throws Refusal `overloaded`, with a pause that is not the same for everybody */
  admit(): void {
    const pressure = this.#pressure();
    if (pressure === null) return;
    this.#options.counters.admissionsRefused[pressure] += 1;
    throw new Refusal("overloaded", { retryAfterS: 1 + Math.floor(this.#options.random() * RETRY_SPREAD_S) });
  }

  #pressure(): Pressure | null {
    const { clock, isDraining, loopDelayMs } = this.#options;
    if (isDraining()) return "draining";
    if (loopDelayMs() > BEHIND_MS) return "behind";
    return this.#budget.take(clock.steady()) ? null : "rate";
  }
}
