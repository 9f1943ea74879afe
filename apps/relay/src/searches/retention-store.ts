import type { Database } from "../storage/schema.ts";

/** How long it is kept what was searched, and with which words an answer was voted up or down. */
export const SEARCHES_KEPT_MS = 90 * 24 * 3_600_000;

/** Forgets what was searched too long ago. Votes go on counting, without their words. */
export async function forgetOldSearches(db: Database, now: number): Promise<void> {
  const since = now - SEARCHES_KEPT_MS;
  const sites = db.selectFrom("sites").select("key"); // named, so that the index by site and time is used
  await db.deleteFrom("searches").where("site_key", "in", sites).where("at", "<", since).execute();
  await db.deleteFrom("searches_done").where("at", "<", since).execute();
  await db
    .updateTable("answer_votes")
    .set({ words: null })
    .where("words", "is not", null)
    .where("at", "<", since)
    .execute();
}
