import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";

/** The number of the chat whose visitor has waited longest at a shop; undefined where nobody waits. */
export async function longestWaiting(db: Database, siteKey: string): Promise<number | undefined> {
  const row = await db
    .selectFrom("conversations")
    .select("number")
    .where("state", "=", sql.lit("open"))
    .where("site_key", "=", siteKey)
    .where("channel", "=", "chat")
    .where("waiting_since", "is not", null)
    .orderBy("waiting_since")
    .limit(1)
    .executeTakeFirst();
  return row?.number;
}
