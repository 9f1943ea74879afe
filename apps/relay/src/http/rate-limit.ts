import type { Limit } from "../limits.ts";

/**
 * A token bucket: holds `max`, refills evenly within `windowMs`. Two numbers, whatever the limit, because there is one
 * for every visitor who is here.
 */
export class Budget {
  readonly #limit: Limit;
  #left: number;
  #at: number;

  constructor(limit: Limit, steadyMs: number) {
    this.#limit = limit;
    this.#left = limit.max;
    this.#at = steadyMs;
  }

  /** Takes one, or returns false and takes nothing. */
  take(steadyMs: number): boolean {
    this.#refill(steadyMs);
    if (this.#left < 1) return false;
    this.#left -= 1;
    return true;
  }

  /** Undoes a `take`. More than it holds is never taken from it. */
  giveBack(): void {
    this.#left += 1;
  }

  /** Milliseconds until `take` will succeed. */
  waitMs(steadyMs: number): number {
    this.#refill(steadyMs);
    return Math.ceil(Math.max(0, 1 - this.#left) * (this.#limit.windowMs / this.#limit.max));
  }

  /** How many can be taken at once. */
  left(steadyMs: number): number {
    this.#refill(steadyMs);
    return Math.floor(this.#left);
  }

  /** Nothing is owed: forgetting this budget changes nothing. */
  isFull(steadyMs: number): boolean {
    this.#refill(steadyMs);
    return this.#left >= this.#limit.max;
  }

  #refill(steadyMs: number): void {
    const gained = ((steadyMs - this.#at) * this.#limit.max) / this.#limit.windowMs;
    this.#left = Math.min(this.#limit.max, this.#left + gained);
    this.#at = steadyMs;
  }
}

/** What somebody may still do, for as long as they are here. */
export type Rate = Pick<Budget, "take" | "waitMs">;

/** Budgets by whom they belong to. They outlive a socket, so that coming back buys nothing. */
export class Budgets {
  readonly #limit: Limit;
  readonly #budgets = new Map<string, Budget>();

  constructor(limit: Limit) {
    this.#limit = limit;
  }

  /** How many are remembered. */
  get size(): number {
    return this.#budgets.size;
  }

  of(key: string, steadyMs: number): Budget {
    const known = this.#budgets.get(key);
    if (known) return known;
    const budget = new Budget(this.#limit, steadyMs);
    this.#budgets.set(key, budget);
    return budget;
  }

  /** The same for a peer that stays: looked up at each use, because a budget that is full is swept away meanwhile. */
  rateOf(key: string): Rate {
    return new RateOf(this, key);
  }

  /** Forgets who owes nothing any more. */
  sweep(steadyMs: number): void {
    for (const [key, budget] of this.#budgets) if (budget.isFull(steadyMs)) this.#budgets.delete(key);
  }
}

/** Two fields for each socket, where two closures would be 200 bytes more. */
class RateOf implements Rate {
  readonly #budgets: Budgets;
  readonly #key: string;

  constructor(budgets: Budgets, key: string) {
    this.#budgets = budgets;
    this.#key = key;
  }

  take(steadyMs: number): boolean {
    return this.#budgets.of(this.#key, steadyMs).take(steadyMs);
  }

  waitMs(steadyMs: number): number {
    return this.#budgets.of(this.#key, steadyMs).waitMs(steadyMs);
  }
}
