import type { Kysely } from "kysely";

/** Ending a visitor's tokens (H7) looked at those of every other visitor. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex("visitor_tokens_visitor").on("visitor_tokens").column("visitor_id").execute();
}
