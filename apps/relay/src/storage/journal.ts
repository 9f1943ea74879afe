import type { Ledger, Needs, Work } from "../conversations/ledger.ts";
import { COMMIT_GROUP, MAX_WAITING } from "../limits.ts";

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
  /** Told of what went wrong in telling an outcome: it concerns nobody else in the group. */
  fault(error: unknown): void;
}

/** A work, and how many were submitted before it. */
interface Submitted {
  readonly work: Work;
  readonly place: number;
}

/**
 * Commits everything that one turn of the event loop wants stored in one transaction.
 *
 * A durable commit costs one fsync however much it holds: 25,000 messages/s with a commit per turn against 8,600 with a
 * commit per message (performance.md, what the relay can do). Works are callbacks and not promises for the same reason.
 */
export class Journal {
  readonly #options: JournalOptions;
  #waiting: Submitted[] = [];
  #submitted = 0;
  #scheduled = false;
  readonly #underWay = new Set<readonly Submitted[]>();
  /** Conversations with a work under way: what follows in them waits, so that it is stored after it. */
  readonly #busy = new Set<string>();
  #readers: { readonly place: number; readonly resolve: () => void }[] = [];

  constructor(options: JournalOptions) {
    this.#options = options;
  }

  /** Stores with the rest of this turn, or refuses at once while too much waits for a database that stands still. */
  submit(work: Work): void {
    if (this.#waiting.length >= MAX_WAITING) return work.settle(false);
    this.#waiting.push({ work, place: this.#submitted });
    this.#submitted += 1;
    this.#schedule();
  }

  /** The same for what is rare enough to be waited for. Resolves to false when it could not be stored. */
  store(needs: Needs, run: (ledger: Ledger) => void): Promise<boolean> {
    return new Promise((settle) => this.submit({ needs, run, settle }));
  }

  /** Resolves once everything submitted before has settled. */
  settled(): Promise<void> {
    const place = this.#submitted;
    if (this.#settledUpTo() >= place) return Promise.resolve();
    return new Promise((resolve) => this.#readers.push({ place, resolve }));
  }

  #schedule(): void {
    if (this.#scheduled || this.#underWay.size >= this.#options.inFlight) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      const group = this.#nextGroup();
      if (group.length === 0) return;
      this.#underWay.add(group);
      this.#commitGroup(group);
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  async #commitGroup(group: readonly Submitted[]): Promise<void> {
    await this.#commit(group.map(({ work }) => work));
    this.#underWay.delete(group);
    for (const { work } of group) if (work.needs.conversationId) this.#busy.delete(work.needs.conversationId);
    this.#options.groupSettled(group.length);
    this.#wakeReaders();
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** A group that fails is tried again one by one: a work that cannot be stored takes nobody else with it. */
  async #commit(group: readonly Work[]): Promise<void> {
    const outcome = await this.#options.commit(group);
    if (outcome === "failed" && group.length > 1) {
      for (const work of group) await this.#commit([work]);
      return;
    }
    for (const work of group) this.#settle(work, outcome === "stored");
  }

  #settle(work: Work, stored: boolean): void {
    try {
      work.settle(stored);
    } catch (error) {
      this.#options.fault(error);
    }
  }

  /** Everything submitted before this place has settled. */
  #settledUpTo(): number {
    const open = [this.#waiting, ...this.#underWay].flatMap(([oldest]) => oldest?.place ?? []);
    return Math.min(this.#submitted, ...open);
  }

  #wakeReaders(): void {
    if (this.#readers.length === 0) return;
    const place = this.#settledUpTo();
    const { awake = [], asleep = [] } = Object.groupBy(this.#readers, (reader) =>
      reader.place <= place ? "awake" : "asleep",
    );
    this.#readers = asleep;
    for (const { resolve } of awake) resolve();
  }

  /** The oldest works that may go now. Works of one conversation keep their order. */
  #nextGroup(): Submitted[] {
    const group: Submitted[] = [];
    const stay: Submitted[] = [];
    const held = new Set(this.#busy);
    for (const submitted of this.#waiting) {
      const id = submitted.work.needs.conversationId;
      if (group.length >= COMMIT_GROUP || (id && held.has(id))) {
        if (id) held.add(id);
        stay.push(submitted);
      } else {
        group.push(submitted);
      }
    }
    for (const { work } of group) if (work.needs.conversationId) this.#busy.add(work.needs.conversationId);
    this.#waiting = stay;
    return group;
  }
}
