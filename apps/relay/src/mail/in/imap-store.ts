import type { Clock } from "../../clock.ts";
import type { Database } from "../../storage/schema.ts";

/** Up to where a mailbox was read. A mailbox whose `validity` has changed numbers its mails anew (RFC 9051, 2.3.1.1). */
export interface ImapCursor {
  readonly mailbox: string;
  readonly validity: string;
  readonly uid: number;
}

/** A row of `settings`: a copy of the shop reads on in the same mailbox. */
const CURSOR = "imap-cursor";
/** A row of `installation`. */
const LEASE = "imap-lease";

/** What relays agree on about the mailbox: how far it was read, and which of them reads. */
export class ImapStore {
  readonly #db: Database;
  readonly #clock: Pick<Clock, "steady">;
  #renewals = 0;
  /** Of another relay, and since when it is the same. */
  #seen: { readonly value: string; readonly since: number } | undefined;

  constructor(db: Database, clock: Pick<Clock, "steady">) {
    this.#db = db;
    this.#clock = clock;
  }

  /**
   * Becomes the reader, or stays it, for this long. Resolves to false while another one is.
   *
   * The clocks of relays need not agree: one takes over after it has itself seen the same lease, not renewed, for as long.
   */
  async lease(reader: string, forMs: number): Promise<boolean> {
    this.#renewals += 1;
    const value = `${reader} ${this.#renewals}`;
    const held = await this.#lease();
    const now = this.#clock.steady();
    if (held === undefined) return this.#begin(value);
    const isOurs = held.startsWith(`${reader} `);
    if (!isOurs && held !== this.#seen?.value) this.#seen = { value: held, since: now };
    const hasEnded = this.#seen?.value === held && now - this.#seen.since >= forMs;
    return (isOurs || hasEnded) && this.#takeOver(held, value);
  }

  /** Lets another relay read at once. */
  async release(reader: string): Promise<void> {
    await this.#db.deleteFrom("installation").where("name", "=", LEASE).where("value", "like", `${reader} %`).execute();
  }

  /** Up to where this mailbox was read; undefined where it never was, or numbers its mails anew. */
  async readUpTo(mailbox: string, validity: string): Promise<number | undefined> {
    const row = await this.#db.selectFrom("settings").select("value").where("name", "=", CURSOR).executeTakeFirst();
    const cursor = row && (JSON.parse(row.value) as ImapCursor);
    return cursor?.mailbox === mailbox && cursor.validity === validity ? cursor.uid : undefined;
  }

  async noteRead(cursor: ImapCursor): Promise<void> {
    const value = JSON.stringify(cursor);
    await this.#db
      .insertInto("settings")
      .values({ name: CURSOR, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
  }

  async #lease(): Promise<string | undefined> {
    const row = await this.#db.selectFrom("installation").select("value").where("name", "=", LEASE).executeTakeFirst();
    return row?.value;
  }

  async #begin(value: string): Promise<boolean> {
    const begun = await this.#db
      .insertInto("installation")
      .values({ name: LEASE, value })
      .onConflict((conflict) => conflict.doNothing())
      .returning("name")
      .executeTakeFirst();
    return begun !== undefined;
  }

  /** Of two that do so at once, one does. */
  async #takeOver(held: string, value: string): Promise<boolean> {
    const taken = await this.#db
      .updateTable("installation")
      .set({ value })
      .where("name", "=", LEASE)
      .where("value", "=", held)
      .returning("name")
      .executeTakeFirst();
    return taken !== undefined;
  }
}
