import { randomUUID } from "node:crypto";
import { oneAtATime } from "../one-at-a-time.ts";
import type { Database } from "../storage/schema.ts";
import type { BusEvents } from "./bus.ts";

/** A row of `installation`. Its value is a new one whenever a relay has lost something. */
const MARK = "losses";

export interface LossesOptions extends BusEvents {
  readonly db: Database;
  /** Publications that other relays missed and cannot be told of over the bus. */
  readonly bus: { readonly untoldPublishes: number; readonly droppedPublishes: number };
}

/**
 * How a relay that is cut off from Redis tells the others that they missed something: by a mark in the database, at which
 * all of them look with every pulse. What was missed is stored before the mark is, so whoever sees it finds that too.
 */
export class Losses {
  readonly #options: LossesOptions;
  /** Called with every pulse. */
  readonly pulse = oneAtATime(() => this.#run());
  #told = 0;
  #seen: string | null | undefined;

  constructor(options: LossesOptions) {
    this.#options = options;
  }

  async #run(): Promise<void> {
    const { bus, interrupted } = this.#options;
    const lost = bus.droppedPublishes;
    if (bus.untoldPublishes > 0 && lost !== this.#told) {
      await this.#mark();
      this.#told = lost;
    }
    const mark = await this.#find();
    // Its own mark this relay sees too: somebody else's may have been under it.
    if (this.#seen !== undefined && mark !== this.#seen) interrupted();
    this.#seen = mark;
  }

  async #mark(): Promise<void> {
    const value = randomUUID();
    await this.#options.db
      .insertInto("installation")
      .values({ name: MARK, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
  }

  async #find(): Promise<string | null> {
    const { db } = this.#options;
    const row = await db.selectFrom("installation").select("value").where("name", "=", MARK).executeTakeFirst();
    return row?.value ?? null;
  }
}
