import type { Clock } from "../../clock.ts";
import type { Database } from "../../storage/schema.ts";

/** Up to where a mailbox was read. A mailbox whose `validity` has changed numbers its mails anew (RFC 9051, 2.3.1.1). */
export interface ImapCursor {
  readonly mailbox: string;
  readonly validity: string;
  readonly uid: number;
}

/** Rows of `installation`. */
const CURSOR = "imap-cursor";
const LEASE = "imap-lease";
/** Digits of an instant: leases are compared as text. */
const DIGITS = 15;

/** What relays agree on about the mailbox: how far it was read, and which of them reads. */
export class ImapStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Becomes the reader, or stays it, for this long. Resolves to false while another one is. */
  async lease(reader: string, forMs: number): Promise<boolean> {
    const now = this.#clock.now();
    const value = `${instant(now + forMs)} ${reader}`;
    const held = await this.#db
      .insertInto("installation")
      .values({ name: LEASE, value })
      .onConflict((conflict) =>
        conflict
          .column("name")
          .doUpdateSet({ value })
          .where(({ or, eb }) =>
            or([eb("installation.value", "<", instant(now)), eb("installation.value", "like", `% ${reader}`)]),
          ),
      )
      .returning("name")
      .executeTakeFirst();
    return held !== undefined;
  }

  /** Lets another relay read at once. */
  async release(reader: string): Promise<void> {
    await this.#db.deleteFrom("installation").where("name", "=", LEASE).where("value", "like", `% ${reader}`).execute();
  }

  /** Up to where this mailbox was read; undefined where it never was, or numbers its mails anew. */
  async readUpTo(mailbox: string, validity: string): Promise<number | undefined> {
    const row = await this.#db.selectFrom("installation").select("value").where("name", "=", CURSOR).executeTakeFirst();
    const cursor = row && (JSON.parse(row.value) as ImapCursor);
    return cursor?.mailbox === mailbox && cursor.validity === validity ? cursor.uid : undefined;
  }

  async noteRead(cursor: ImapCursor): Promise<void> {
    const value = JSON.stringify(cursor);
    await this.#db
      .insertInto("installation")
      .values({ name: CURSOR, value })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
      .execute();
  }
}

function instant(ms: number): string {
  return String(ms).padStart(DIGITS, "0");
}
