import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations/index.ts";
import type { Schema } from "./schema.ts";
import { openSqlite, sqliteDialect } from "./sqlite.ts";

export type Database = Kysely<Schema>;

/** One open database: `db` for reads and rare writes, `sqlite` for what must happen within one turn of the event loop. */
export interface Storage {
  readonly db: Database;
  readonly sqlite: DatabaseSync;
  /** Minted once per database lineage (H5). */
  readonly epoch: string;
  close(): void;
}

export const DATABASE_FILE = "shopbell.db";
const FIRST_NUMBER = 1_001;

/**
 * Opens the database in a folder, makes both where they are missing, and brings the tables up to date.
 *
 * @throws when the folder cannot be written, the file is no database, or a migration fails.
 */
export async function openStorage(dataDir: string): Promise<Storage> {
  makeFolder(dataDir);
  const sqlite = openSqlite(join(dataDir, DATABASE_FILE));
  const db = new Kysely<Schema>({ dialect: sqliteDialect(sqlite) });
  try {
    await migrate(db);
    return { db, sqlite, epoch: await lineage(db), close: () => sqlite.close() };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Not `recursive`, which never returns where a folder claims to be missing whatever one makes, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

async function migrate(db: Database): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function lineage(db: Database): Promise<string> {
  await db
    .insertInto("installation")
    .values({ name: "epoch", value: randomBytes(16).toString("hex") })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("counters")
    .values({ name: "conversation", value: FIRST_NUMBER - 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db
    .selectFrom("installation")
    .select("value")
    .where("name", "=", "epoch")
    .executeTakeFirstOrThrow();
  return value;
}
