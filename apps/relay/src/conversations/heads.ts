import type { ConversationId } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import type { Conversation } from "./conversation.ts";

/** More conversations than one relay has in hand at a time; at about 1 kB each, a few megabytes. */
const MAX_HEADS = 5_000;

/**
 * The conversations that were decided about last, as they are inside the journal's transaction: reading one from five
 * tables costs 10 us of the 33 that a message may cost (performance.md, targets).
 *
 * Holds only while nobody else writes: whatever is not written through the ledger must end in `forget`.
 */
export class Heads {
  readonly #heads = new Map<ConversationId, Conversation>();

  recall(id: ConversationId): Conversation | undefined {
    return this.#heads.get(id);
  }

  remember(head: Conversation): void {
    this.#heads.set(head.id, head);
    if (this.#heads.size <= MAX_HEADS) return;
    const [oldest] = this.#heads.keys();
    if (oldest !== undefined) this.#heads.delete(oldest);
  }

  forget(): void {
    this.#heads.clear();
  }
}

/**
 * How long names of sites, visitors and agents may be those of before, in what is remembered of a database that others
 * write to as well: a new name does not change the rows of its conversations.
 */
export const NAMES_LIFE_MS = 60_000;

/**
 * Heads that many relays write. Each must be compared with its row, once that is locked, before it is believed: whatever
 * else changes in a conversation changes its version too.
 */
export class SharedHeads {
  readonly #clock: Pick<Clock, "steady">;
  #heads = new Heads();
  #since: number;

  constructor(clock: Pick<Clock, "steady">) {
    this.#clock = clock;
    this.#since = clock.steady();
  }

  /** Those of the last minute. A group remembers in what it recalled from, so that it carries no name over into the next. */
  current(): Heads {
    if (this.#clock.steady() - this.#since >= NAMES_LIFE_MS) this.forget();
    return this.#heads;
  }

  forget(): void {
    this.#heads = new Heads();
    this.#since = this.#clock.steady();
  }
}
