import { setImmediate } from "node:timers/promises";
import { Refusal } from "./problems.ts";

/** Works that may wait: what comes when so many do would be done when nobody wants it any more. */
const MOST_WAITING = 50;

/**
 * Work that holds the event loop for some milliseconds, one in each of its turns, however much is asked for at once: whoever chats is
 * served in between.
 */
export class Turns {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** @throws Refusal `overloaded` when too many are before it. */
  async take<T>(work: () => T): Promise<T> {
    if (this.#waiting >= MOST_WAITING) throw new Refusal("overloaded", { retryAfterS: 1 });
    this.#waiting += 1;
    const turn = this.#last.then(() => setImmediate()).then(work);
    this.#last = turn.then(
      () => undefined,
      () => undefined,
    );
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }
}
