/** Of work that is heavy, so much at a time: the rest waits for its turn, and what would wait too long is not begun. */
export class Turns {
  readonly #atOnce: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor({ atOnce, maxWaiting }: { readonly atOnce: number; readonly maxWaiting: number }) {
    this.#atOnce = atOnce;
    this.#maxWaiting = maxWaiting;
  }

  /** Does the work when its turn comes; undefined, and it never does, where too much waits already. */
  async take<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.#running < this.#atOnce) this.#running += 1;
    else if (this.#waiting.length < this.#maxWaiting)
      await new Promise<void>((begin) => {
        this.#waiting.push(begin);
      });
    else return undefined;
    try {
      return await work();
    } finally {
      this.#end();
    }
  }

  /** Whoever waits longest takes over the place. */
  #end(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
