import type { Clock } from "../clock.ts";
import type { Database } from "../storage/schema.ts";

export type Side = "out" | "in";

/** A test that has arrived. `mark` follows from the settings that it tested. */
interface Arrival {
  readonly mark: string;
  readonly at: number;
}

/** The last attempt to send went wrong. */
interface Failure {
  readonly mark: string;
  readonly at: number;
  readonly error: string;
}

/** What is known about mail by trying. */
export interface Trials {
  readonly out: Arrival | null;
  readonly in: Arrival | null;
  readonly failure: Failure | null;
}

/** Rows of `settings`: a copy of the shop sends and receives by the same servers. */
const ROWS = { out: "mail-out-arrived", in: "mail-in-arrived", failure: "mail-out-failure" } as const;

/** Notes for all relays whether mail goes out and comes in. */
export class TrialStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  async read(): Promise<Trials> {
    const rows = await this.#db.selectFrom("settings").selectAll().where("name", "in", Object.values(ROWS)).execute();
    const noted = (name: string) => JSON.parse(rows.find((row) => row.name === name)?.value ?? "null");
    return { out: noted(ROWS.out), in: noted(ROWS.in), failure: noted(ROWS.failure) };
  }

  async noteArrived(side: Side, mark: string): Promise<void> {
    await this.#note(ROWS[side], { mark, at: this.#clock.now() } satisfies Arrival);
  }

  async noteFailure(mark: string, error: string): Promise<void> {
    await this.#note(ROWS.failure, { mark, at: this.#clock.now(), error } satisfies Failure);
  }

  async forgetFailure(): Promise<void> {
    await this.#db.deleteFrom("settings").where("name", "=", ROWS.failure).execute();
  }

  async #note(name: string, note: object): Promise<void> {
    const value = JSON.stringify(note);
    await this.#db
      .insertInto("settings")
      .values({ name, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
  }
}
