import type { Database } from "../storage/schema.ts";

/**
 * Changes a site's answers in one transaction. Of two who do so at once, the second waits here for the first.
 *
 * The work waits for nothing but the transaction: SQLite has one connection, and the journal's commits must find no transaction open
 * when their turn of the event loop comes.
 *
 * @param work is told how often the answers had changed
 */
export function inTurn<T>(
  db: Database,
  siteKey: string,
  work: (transaction: Database, version: number) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    const { version } = await transaction
      .updateTable("sites")
      .set((site) => ({ answers_version: site.ref("answers_version") }))
      .where("key", "=", siteKey)
      .returning("answers_version as version")
      .executeTakeFirstOrThrow();
    return work(transaction, version);
  });
}

/** Whoever keeps the site's answers in memory reads them again. */
export async function tellReaders(transaction: Database, siteKey: string): Promise<void> {
  await transaction
    .updateTable("sites")
    .set((site) => ({ answers_version: site("answers_version", "+", 1) }))
    .where("key", "=", siteKey)
    .execute();
}
