import type { Ledger, Needs, Work } from "../conversations/ledger.ts";
import { COMMIT_GROUP } from "../limits.ts";

/** `closed`: the transaction was not even begun. One work alone would fare no better, and take as long. */
export type Outcome = "stored" | "failed" | "closed";

/** Runs a group of works in one durable transaction. Never throws. */
export type Commit = (group: readonly Work[]) => Promise<Outcome>;

export interface JournalOptions {
  readonly commit: Commit;
  /** Groups that may be under way at once. Works of one conversation never are. */
  readonly inFlight: number;
  /** Every work of a group of this size has settled. */
  groupSettled(size: number): void;
}

/**
 * Commits everything that one turn of the event loop wants stored in one transaction.
 *
 * A durable commit costs one fsync however much it holds: 25,000 messages/s with a commit per turn against 8,600 with a
 * commit per message (performance.md, what the relay can do). Works are callbacks and not promises for the same reason.
 */
export class Journal {
  readonly #options: JournalOptions;
  #waiting: Work[] = [];
  #scheduled = false;
  #underWay = 0;
  /** Conversations with a work under way: what follows in them waits, so that it is stored after it. */
  readonly #busy = new Set<string>();
  #readers: (() => void)[] = [];

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Stores with the rest of this turn. */
  submit(work: Work): void {
    this.#waiting.push(work);
    this.#schedule();
  }

  /** The same for what is rare enough to be waited for. Resolves to false when it could not be stored. */
  store(needs: Needs, run: (ledger: Ledger) => void): Promise<boolean> {
    return new Promise((settle) => this.submit({ needs, run, settle }));
  }

  /** Resolves once everything submitted before has settled. */
  settled(): Promise<void> {
    if (this.#waiting.length === 0 && this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => this.#readers.push(resolve));
  }

  #schedule(): void {
    if (this.#scheduled || this.#underWay >= this.#options.inFlight) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const group = this.#nextGroup();
      if (group.length === 0) return;
      this.#underWay += 1;
      this.#commitGroup(group);
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  async #commitGroup(group: readonly Work[]): Promise<void> {
    await this.#commit(group);
    this.#underWay -= 1;
    for (const { needs } of group) if (needs.conversationId) this.#busy.delete(needs.conversationId);
    this.#options.groupSettled(group.length);
    if (this.#waiting.length > 0) this.#schedule();
    else if (this.#underWay === 0) for (const resolve of this.#readers.splice(0)) resolve();
  }

  /** A group that fails is tried again one by one: a work that cannot be stored takes nobody else with it. */
  async #commit(group: readonly Work[]): Promise<void> {
    const outcome = await this.#options.commit(group);
    if (outcome === "failed" && group.length > 1) {
      for (const work of group) await this.#commit([work]);
      return;
    }
    for (const work of group) work.settle(outcome === "stored");
  }

  /** The oldest works that may go now. Works of one conversation keep their order. */
  #nextGroup(): Work[] {
    const group: Work[] = [];
    const stay: Work[] = [];
    const held = new Set(this.#busy);
    for (const work of this.#waiting) {
      const id = work.needs.conversationId;
      if (group.length >= COMMIT_GROUP || (id && held.has(id))) {
        if (id) held.add(id);
        stay.push(work);
      } else {
        group.push(work);
      }
    }
    for (const { needs } of group) if (needs.conversationId) this.#busy.add(needs.conversationId);
    this.#waiting = stay;
    return group;
  }
}
