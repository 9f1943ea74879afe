import type { JournalOptions } from "./journal.ts";
import type { Database } from "./schema.ts";

/** What both kinds of storage have: `db` for reads and rare writes, and a journal for what conversations consist of. */
export interface OpenStorage {
  readonly db: Database;
  /** How the journal commits. @param fault told why a group was not stored */
  commits(fault: (error: unknown) => void): Pick<JournalOptions, "commit" | "inFlight">;
  /** Which lineage of the database this is, as of now (H5). Ends that hold entries of another one drop them. */
  epoch(): Promise<string>;
  /** For what may take its time: migrations, and reading everything. */
  upkeep<T>(work: (db: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The lineage's name as it is stored. */
export async function storedEpoch(db: Database): Promise<string> {
  const epoch = db.selectFrom("installation").select("value").where("name", "=", "epoch");
  return (await epoch.executeTakeFirstOrThrow()).value;
}
