import type { Kept } from "@shopbell/protocol";
import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import type { DayMinutes } from "./minutes.ts";

/** A row of `installation`: up to which minute, counted since 1970, it is recorded whether hours were kept. */
const MARK = "minute";

/** Whether announced hours and promised times were kept. */
export class KeptStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /**
   * Takes upon this relay, and no other, to record the minutes before `until`. Returns the first of them, or undefined where there
   * is nothing to record. A relay that dies right after this leaves them unrecorded: neither announced nor kept.
   */
  async claim(until: number): Promise<number | undefined> {
    const mark = await this.#db.selectFrom("installation").select("value").where("name", "=", MARK).executeTakeFirst();
    if (mark === undefined) return this.#begin(until);
    if (Number(mark.value) >= until) return undefined;
    const { numUpdatedRows } = await this.#db
      .updateTable("installation")
      .set({ value: String(until) })
      .where("name", "=", MARK)
      .where("value", "=", mark.value)
      .executeTakeFirst();
    return numUpdatedRows === 1n ? Number(mark.value) : undefined;
  }

  /** Adds to what is recorded of a site. */
  async add(siteKey: string, days: readonly DayMinutes[]): Promise<void> {
    if (days.length === 0) return;
    await this.#db
      .insertInto("site_days")
      .values(days.map((day) => ({ site_key: siteKey, ...day })))
      .onConflict((conflict) =>
        conflict.columns(["site_key", "day"]).doUpdateSet({
          announced: sql`site_days.announced + excluded.announced`,
          kept: sql`site_days.kept + excluded.kept`,
        }),
      )
      .execute();
  }

  /** What is recorded of a site's hours from a day on, oldest first. */
  async days(siteKey: string, since: string): Promise<Kept["days"]> {
    return this.#db
      .selectFrom("site_days")
      .select(["day", "announced", "kept"])
      .where("site_key", "=", siteKey)
      .where("day", ">=", since)
      .orderBy("day")
      .execute();
  }

  /**
   * How the promises to visitors were kept who came since then. One whose time has passed without an answer was broken, unless the
   * conversation was ended before.
   */
  async replies(siteKey: string, since: number, now: number): Promise<Omit<Kept, "days">> {
    const settled = sql`promised_at IS NOT NULL
      AND (first_reply_at IS NOT NULL OR (promised_at < ${now} AND state <> 'closed'))`;
    const { replied, ...counts } = await this.#since(siteKey, since)
      .select(({ fn }) => fn.count<number>("first_reply_at").as("replied"))
      .select(sql<number>`count(CASE WHEN ${settled} THEN 1 END)`.as("promised"))
      .select(sql<number>`count(CASE WHEN first_reply_at <= promised_at THEN 1 END)`.as("inTime"))
      .executeTakeFirstOrThrow();
    return { ...counts, medianMinutes: await this.#median(siteKey, since, replied) };
  }

  /** The waits in the middle, in minutes. @param count of first replies */
  async #median(siteKey: string, since: number, count: number): Promise<number | null> {
    if (count === 0) return null;
    const rows = await this.#since(siteKey, since)
      .where("first_reply_at", "is not", null)
      .select(sql<number>`first_reply_at - created_at`.as("waitedMs"))
      .orderBy("waitedMs")
      .offset(Math.ceil(count / 2) - 1)
      .limit(count % 2 === 1 ? 1 : 2)
      .execute();
    return rows.reduce((sum, { waitedMs }) => sum + waitedMs, 0) / rows.length / 60_000;
  }

  #since(siteKey: string, since: number) {
    return this.#db.selectFrom("conversations").where("site_key", "=", siteKey).where("created_at", ">=", since);
  }

  /** What was before nobody has watched. */
  async #begin(from: number): Promise<undefined> {
    await this.#db
      .insertInto("installation")
      .values({ name: MARK, value: String(from) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
