import type { DatabaseSync, StatementSync } from "node:sqlite";
import { COMMIT_GROUP } from "../limits.ts";

/** Something to store. `run` is called inside a transaction, perhaps twice; `settle` once, after the commit or its failure. */
export interface Work {
  run(): void;
  settle(stored: boolean): void;
}

export interface JournalEvents {
  /** A transaction has begun: what is read from now on cannot be changed by anybody else. */
  begun(): void;
  /** Every work of a group has settled. */
  groupSettled(): void;
  commitFailed(error: unknown): void;
}

/**
 * Commits everything that one turn of the event loop wants stored in one transaction.
 *
 * A durable commit costs one fsync however much it holds: 25,000 messages/s with a commit per turn against 8,600 with a
 * commit per message (performance.md, what the relay can do). Works are callbacks and not promises for the same reason.
 * A transaction begins and ends within one turn, so that nothing else on this connection ever sees half of it.
 */
export class Journal {
  readonly #sqlite: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #end: StatementSync;
  readonly #events: JournalEvents;
  #waiting: Work[] = [];
  #scheduled = false;
  #readers: (() => void)[] = [];

  constructor(sqlite: DatabaseSync, events: JournalEvents) {
    this.#sqlite = sqlite;
    this.#begin = sqlite.prepare("BEGIN IMMEDIATE");
    this.#end = sqlite.prepare("COMMIT");
    this.#events = events;
  }

  /** Stores with the rest of this turn. */
  submit(work: Work): void {
    this.#waiting.push(work);
    this.#schedule();
  }

  /** The same for what is rare enough to be waited for. Resolves to false when it could not be stored. */
  store(run: () => void): Promise<boolean> {
    return new Promise((settle) => this.submit({ run, settle }));
  }

  /** Resolves once everything submitted before has settled. */
  settled(): Promise<void> {
    if (this.#waiting.length === 0) return Promise.resolve();
    return new Promise((resolve) => this.#readers.push(resolve));
  }

  /** Commits at once what is waiting: for the last turn before a stop. */
  flush(): void {
    while (this.#waiting.length > 0) this.#commitGroup();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#commitGroup();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #commitGroup(): void {
    const group = this.#waiting.splice(0, COMMIT_GROUP);
    if (group.length === 0) return;
    this.#commit(group);
    this.#events.groupSettled();
    if (this.#waiting.length > 0) return;
    const readers = this.#readers;
    this.#readers = [];
    for (const resolve of readers) resolve();
  }

  /** A group that fails is tried again one by one: a work that cannot be stored takes nobody else with it. */
  #commit(group: readonly Work[]): void {
    const outcome = this.#transact(group);
    if (outcome === "failed" && group.length > 1) {
      for (const work of group) this.#commit([work]);
      return;
    }
    for (const work of group) work.settle(outcome === "stored");
  }

  /** `closed`: not even begun, because the file is locked or gone. One work alone would fare no better, and take as long. */
  #transact(group: readonly Work[]): "stored" | "failed" | "closed" {
    let begun = false;
    try {
      this.#begin.run();
      begun = true;
      this.#events.begun();
      for (const work of group) work.run();
      this.#end.run();
      return "stored";
    } catch (error) {
      this.#events.commitFailed(error);
      this.#rollBack();
      return begun ? "failed" : "closed";
    }
  }

  #rollBack(): void {
    // A full disk or a closed file may have ended the transaction already.
    if (this.#sqlite.isOpen && this.#sqlite.isTransaction) this.#sqlite.exec("ROLLBACK");
  }
}
