import type { ConversationId } from "@shopbell/protocol";
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
