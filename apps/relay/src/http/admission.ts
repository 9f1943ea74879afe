import type { Clock } from "../clock.ts";
import type { Counters, Pressure } from "../counters.ts";
import { BEHIND_MS, type Limit, RETRY_SPREAD_S } from "../limits.ts";
import { Refusal } from "./problems.ts";
import { Budget, Budgets } from "./rate-limit.ts";

export interface AdmissionOptions {
  /** Arrivals that the whole process takes. */
  readonly limit: Limit;
  /** Those of them that may come from one address. */
  readonly limitPerAddress: Limit;
  readonly clock: Clock;
  readonly counters: Pick<Counters, "admissionsRefused">;
  readonly isDraining: () => boolean;
  readonly loopDelayMs: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Addresses that are remembered, 2 MB of them. When more have come, the count begins anew for everybody. */
export const MAX_ADDRESSES = 20_000;

/**
 * Whether the relay takes one more socket or poll. Asked before anything is done for it: a relay that is worked to death
 * by those who return serves nobody, and one that says no in microseconds is back for all of them within half a minute.
 */
export class Admission {
  readonly #options: AdmissionOptions;
  readonly #budget: Budget;
  #addresses: Budgets;

  constructor(options: AdmissionOptions) {
    this.#options = options;
    this.#budget = new Budget(options.limit, options.clock.steady());
    this.#addresses = new Budgets(options.limitPerAddress);
  }

  /**
   * @throws Refusal `overloaded`, or `too-fast` where only this address has to wait and no other relay shall be asked instead;
   * with a pause that is not the same for everybody
   */
  admit(address: string): void {
    const pressure = this.#pressure(address);
    if (pressure === null) return;
    this.#options.counters.admissionsRefused[pressure] += 1;
    const retryAfterS = 1 + Math.floor(this.#options.random() * RETRY_SPREAD_S);
    throw new Refusal(pressure === "address" ? "too-fast" : "overloaded", { retryAfterS });
  }

  #pressure(address: string): Pressure | null {
    const { clock, isDraining, loopDelayMs } = this.#options;
    if (isDraining()) return "draining";
    if (loopDelayMs() > BEHIND_MS) return "behind";
    const now = clock.steady();
    if (!this.#takeFor(address, now)) return "address";
    return this.#budget.take(now) ? null : "rate";
  }

  /** Comes before the budget of all, which an address that is refused shall not spend. */
  #takeFor(address: string, now: number): boolean {
    if (this.#addresses.size >= MAX_ADDRESSES) this.#addresses = new Budgets(this.#options.limitPerAddress);
    return this.#addresses.of(address, now).take(now);
  }
}
