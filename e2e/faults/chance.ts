import { createHash } from "node:crypto";

/**
 * Chance that a seed decides. Each thing that needs chance forks its own, named after itself: what one of them draws
 * changes nothing for the others, so that a seed replays every decision although timing differs.
 */
export class Chance {
  readonly #name: string;
  #state: number;

  constructor(name: string) {
    this.#name = name;
    this.#state = createHash("sha256").update(name).digest().readUInt32LE();
  }

  fork(name: string): Chance {
    return new Chance(`${this.#name}/${name}`);
  }

  /** Uniform in [0, 1): mulberry32, by Tommy Ettinger. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** @throws when there is nothing to pick from */
  pick<T>(from: readonly T[]): T {
    const picked = from[Math.floor(this.next() * from.length)];
    if (picked === undefined) throw new Error("nothing to pick from");
    return picked;
  }
}
