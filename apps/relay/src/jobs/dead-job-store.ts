import type { Clock } from "../clock.ts";
import type { JobKind } from "../conversations/ledger.ts";
import type { Storage } from "../storage/database.ts";
import { sharedNow } from "../storage/shared-now.ts";
import type { DeadJob } from "./job.ts";
import { AFRESH, named } from "./job-rows-store.ts";

const MAX_LISTED = 100;

/** What was given up, for an owner to decide about. */
export class DeadJobStore {
  readonly #storage: Pick<Storage, "db" | "kind">;
  readonly #clock: Clock;

  constructor(storage: Pick<Storage, "db" | "kind">, clock: Clock) {
    this.#storage = storage;
    this.#clock = clock;
  }

  /** Latest first. */
  async list(kinds: readonly JobKind[]): Promise<DeadJob[]> {
    const rows = await this.#db
      .selectFrom("jobs")
      .select(["id", "kind", "payload", "error", "dead_at"])
      .where("dead_at", "is not", null)
      .where("kind", "in", kinds)
      .orderBy("dead_at", "desc")
      .limit(MAX_LISTED)
      .execute();
    return rows.map(({ dead_at, error, ...row }) => ({ ...named(row), error: error ?? "", at: dead_at ?? 0 }));
  }

  /** Has it done after all, by whoever is free. Returns whether there was such a one. It is a retry: what it noted still counts. */
  async retry(id: string): Promise<boolean> {
    const retried = await this.#db
      .updateTable("jobs")
      .set({ ...AFRESH, attempts: 1, run_at: sharedNow(this.#storage, this.#clock) })
      .where("id", "=", id)
      .where("dead_at", "is not", null)
      .returning("id")
      .executeTakeFirst();
    return retried !== undefined;
  }

  /** Returns whether there was such a one. */
  async drop(id: string): Promise<boolean> {
    const dropped = await this.#db
      .deleteFrom("jobs")
      .where("id", "=", id)
      .where("dead_at", "is not", null)
      .returning("id")
      .executeTakeFirst();
    return dropped !== undefined;
  }

  get #db() {
    return this.#storage.db;
  }
}
