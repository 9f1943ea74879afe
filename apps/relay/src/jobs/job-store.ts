import { type ExpressionBuilder, type RawBuilder, type Selectable, sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Job, JobKind } from "../conversations/ledger.ts";
import type { Storage } from "../storage/database.ts";
import type { JobsTable, Schema } from "../storage/schema.ts";
import { sharedNow } from "../storage/shared-now.ts";
import { errorText, type LeasedJob, pauseAfter } from "./job.ts";
import { AFRESH, jobRow, named } from "./job-rows-store.ts";

/** Longer than any attempt takes. Whoever crashed holds a job up no longer than this. */
const LEASE_MS = 2 * 60_000;

/** A relay whose clock is further ahead than this asks for what would be done much too late. */
const MAX_AHEAD_MS = 60_000;

/** What is to be done at a later time, shared by all relays, by a clock that they share. */
export class JobStore {
  readonly #storage: Pick<Storage, "db" | "kind">;
  readonly #clock: Clock;

  constructor(storage: Pick<Storage, "db" | "kind">, clock: Clock) {
    this.#storage = storage;
    this.#clock = clock;
  }

  /** Asks for a job outside of any transaction; one that waits already stays as it is. */
  async ask(job: Job): Promise<void> {
    const asked = this.#clock.now();
    const row = { ...jobRow(job, asked), created_at: this.#now(), run_at: this.#now(job.runAt - asked) };
    await this.#db
      .insertInto("jobs")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["kind", "key"])
          .doUpdateSet({ again_at: row.run_at, created_at: row.created_at })
          .where((where) =>
            where.or([where("jobs.leased_until", "is not", null), where("jobs.dead_at", "is not", null)]),
          ),
      )
      .execute();
  }

  /** Takes jobs that are due, the longest due first, and counts the attempt. Nobody else gets them before the lease ends. */
  async lease(kinds: readonly JobKind[], max: number): Promise<LeasedJob[]> {
    await this.#reviveAskedAgain();
    const rows = await this.#db
      .with("due", (db) =>
        db
          .selectFrom("jobs")
          .select("id")
          .where("dead_at", "is", null)
          .where(this.#isDue)
          .where("kind", "in", kinds)
          .where((where) => where.or([where("leased_until", "is", null), where("leased_until", "<=", this.#now())]))
          .orderBy("run_at")
          .limit(max)
          .$if(this.#storage.kind === "postgres", (query) => query.forUpdate().skipLocked()),
      )
      .updateTable("jobs")
      .set({ leased_until: this.#now(LEASE_MS), attempts: sql`attempts + 1` })
      .where("id", "in", (db) => db.selectFrom("due").select("due.id"))
      .returning(["id", "kind", "payload", "attempts", "leased_until"])
      .execute();
    return rows.map(toLeased);
  }

  /** What stands in the way of these jobs is gone: those that failed are tried again at once. */
  async hurry(kinds: readonly JobKind[]): Promise<void> {
    await this.#db
      .updateTable("jobs")
      .set({ run_at: this.#now() })
      .where("kind", "in", kinds)
      .where("attempts", ">", 0)
      .where("dead_at", "is", null)
      .where("leased_until", "is", null)
      .execute();
  }

  /** It is done. Where it was asked for again meanwhile, it is done once more. */
  async finish(job: LeasedJob): Promise<void> {
    const done = await this.#db
      .deleteFrom("jobs")
      .where("id", "=", job.id)
      .where("leased_until", "=", job.leasedUntil)
      .where("again_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (done) return;
    await this.#held(job)
      .set((column) => ({ run_at: column.fn.coalesce("again_at", "run_at"), ...AFRESH, leased_until: null }))
      .execute();
  }

  /** It went wrong: it is tried again after a pause, or given up. Returns whether it was given up. */
  async fail(
    job: LeasedJob,
    error: unknown,
    { isFinal, random }: { isFinal: boolean; random: number },
  ): Promise<boolean> {
    const pause = isFinal ? undefined : pauseAfter(job.attempts, random);
    const next = pause === undefined ? { dead_at: this.#now() } : { run_at: this.#now(pause) };
    await this.#held(job)
      .set({ ...next, error: errorText(error), leased_until: null })
      .execute();
    return pause === undefined;
  }

  /** Notes in a job what must be the same when it is tried again. @throws when the lease has gone to somebody else. */
  async amend(job: LeasedJob, payload: Job["payload"]): Promise<void> {
    const amended = await this.#held(job)
      .set({ payload: JSON.stringify(payload) })
      .returning("id")
      .executeTakeFirst();
    if (amended === undefined) throw new Error("a job's lease ended before it was done");
  }

  /** How many jobs of these kinds are due and not done. */
  async countDue(kinds: readonly JobKind[]): Promise<number> {
    const { due } = await this.#db
      .selectFrom("jobs")
      .select((column) => column.fn.countAll<number>().as("due"))
      .where("dead_at", "is", null)
      .where("kind", "in", kinds)
      .where((where) => where.or([this.#isDue(where), where("attempts", ">", 0)]))
      .executeTakeFirstOrThrow();
    return due;
  }

  /** Drops all of a kind that nobody is at. */
  async dropAll(kind: JobKind): Promise<void> {
    await this.#db.deleteFrom("jobs").where("kind", "=", kind).where("leased_until", "is", null).execute();
  }

  /** What was given up and is asked for again gets another go: it may be about something new. */
  async #reviveAskedAgain(): Promise<void> {
    await this.#db
      .updateTable("jobs")
      .set((column) => ({ ...AFRESH, run_at: column.fn.coalesce("again_at", "run_at") }))
      .where("dead_at", "is not", null)
      .where("again_at", "<=", this.#now())
      .execute();
  }

  /** Its time has come; or whoever asked for it was ahead of time: rather now than much too late. */
  readonly #isDue = ({ or, and, eb }: ExpressionBuilder<Schema, "jobs">) =>
    or([
      eb("run_at", "<=", this.#now()),
      // When a conversation wakes is what an agent said, whatever the clock of a relay.
      and([eb("created_at", ">", this.#now(MAX_AHEAD_MS)), eb("attempts", "=", 0), eb("kind", "!=", "wake")]),
    ]);

  #now(plus = 0): RawBuilder<number> {
    return sharedNow(this.#storage, this.#clock, plus);
  }

  #held(job: LeasedJob) {
    return this.#db.updateTable("jobs").where("id", "=", job.id).where("leased_until", "=", job.leasedUntil);
  }

  get #db() {
    return this.#storage.db;
  }
}

function toLeased(
  row: Pick<Selectable<JobsTable>, "id" | "kind" | "payload" | "attempts" | "leased_until">,
): LeasedJob {
  return { ...named(row), attempts: row.attempts, leasedUntil: row.leased_until ?? 0 };
}
