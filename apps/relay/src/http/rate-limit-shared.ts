import type { Clock } from "../clock.ts";
import type { Limit } from "../limits.ts";
import type { RunScript } from "../redis/installation.ts";
import { Budgets } from "./rate-limit.ts";

/** What came of an attempt to take one. */
export interface Spent {
  /** Milliseconds until one can be taken; 0 has taken it. */
  readonly waitMs: number;
  /** How many more can be taken at once. */
  readonly left: number;
}

/** The bucket of `Budget`, by Redis' own clock. Forgotten when it would be full. */
const SPEND = `
local bucket, max, window = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call("TIME")
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local known = redis.call("HMGET", bucket, "left", "at")
local gained = math.max(0, now - (known[2] or now)) * max / window
local left = math.min(max, (known[1] or max) + gained)
local wait = 0
if left >= 1 then left = left - 1 else wait = math.ceil((1 - left) * window / max) end
redis.call("HSET", bucket, "left", left, "at", string.format("%d", now))
redis.call("PEXPIRE", bucket, window)
return { wait, math.floor(left) }`;

/** What is forgotten meanwhile is full; what holds too much is cut by `SPEND`. */
const GIVE_BACK = `if redis.call("EXISTS", KEYS[1]) == 1 then redis.call("HINCRBYFLOAT", KEYS[1], "left", 1) end`;

/** Budgets that hold for all relays together; while Redis is away or there is none, for this relay. */
export class SharedBudgets {
  readonly #name: string;
  readonly #limit: Limit;
  readonly #run: RunScript | null;
  readonly #clock: Clock;
  readonly #here: Budgets;

  /**
   * @param name tells the same keys of different budgets apart
   * @param run null is a relay alone
   */
  constructor(name: string, limit: Limit, run: RunScript | null, clock: Clock) {
    this.#name = name;
    this.#limit = limit;
    this.#run = run;
    this.#clock = clock;
    this.#here = new Budgets(limit);
  }

  /** Takes one, or nothing where none is left. Waits no longer than a command to Redis may last. */
  async spend(key: string): Promise<Spent> {
    if (this.#run === null) return this.#spendHere(key);
    try {
      const { max, windowMs } = this.#limit;
      const [waitMs, left] = (await this.#run(SPEND, `${this.#name}:${key}`, max, windowMs)) as [number, number];
      return { waitMs, left };
    } catch {
      return this.#spendHere(key);
    }
  }

  /** Undoes a `spend` that took one. */
  async giveBack(key: string): Promise<void> {
    if (this.#run === null) return this.#giveBackHere(key);
    try {
      await this.#run(GIVE_BACK, `${this.#name}:${key}`);
    } catch {
      this.#giveBackHere(key);
    }
  }

  /** Forgets who owes nothing any more. */
  sweep(steadyMs: number): void {
    this.#here.sweep(steadyMs);
  }

  #giveBackHere(key: string): void {
    this.#here.of(key, this.#clock.steady()).giveBack();
  }

  #spendHere(key: string): Spent {
    const now = this.#clock.steady();
    const budget = this.#here.of(key, now);
    const waitMs = budget.take(now) ? 0 : budget.waitMs(now);
    return { waitMs, left: budget.left(now) };
  }
}

/** Makes budgets, and sweeps them all. */
export class SharedLimits {
  readonly #run: RunScript | null;
  readonly #clock: Clock;
  readonly #made = new Map<string, SharedBudgets>();

  /** @param run null is a relay alone */
  constructor(run: RunScript | null, clock: Clock) {
    this.#run = run;
    this.#clock = clock;
  }

  /** The budgets of this name. */
  of(name: string, limit: Limit): SharedBudgets {
    const known = this.#made.get(name);
    if (known) return known;
    const budgets = new SharedBudgets(name, limit, this.#run, this.#clock);
    this.#made.set(name, budgets);
    return budgets;
  }

  /** Called with every pulse. */
  sweep(): void {
    const now = this.#clock.steady();
    for (const budgets of this.#made.values()) budgets.sweep(now);
  }
}
