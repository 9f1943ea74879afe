/** Counts what somebody has open, so that nobody can have too much. */
export class Crowd {
  readonly #counts = new Map<string, number>();

  /** Counts one more, unless there are `max` already. */
  enter(key: string, max: number): boolean {
    const count = this.#counts.get(key) ?? 0;
    if (count >= max) return false;
    this.#counts.set(key, count + 1);
    return true;
  }

  leave(key: string): void {
    const count = this.#counts.get(key) ?? 0;
    if (count > 1) this.#counts.set(key, count - 1);
    else this.#counts.delete(key);
  }
}
