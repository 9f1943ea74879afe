import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { SqliteLedger } from "../conversations/sqlite-ledger-store.ts";
import { type OpenStorage, storedEpoch } from "./open-storage.ts";
import type { Schema } from "./schema.ts";
import { openSqlite, sqliteDialect } from "./sqlite.ts";
import { sqliteCommit } from "./sqlite-commit.ts";

/** One file, and `sqlite` for what must happen within one turn of the event loop. */
export interface SqliteStorage extends OpenStorage {
  readonly kind: "sqlite";
  readonly sqlite: DatabaseSync;
}

/**
 * Opens a file, and makes it and its folder where they are missing.
 *
 * @throws when the folder cannot be written or the file is no database.
 */
export function openSqliteStorage(file: string): SqliteStorage {
  makeFolder(dirname(file));
  const sqlite = openSqlite(file);
  const db = new Kysely<Schema>({ dialect: sqliteDialect(sqlite) });
  return {
    kind: "sqlite",
    db,
    sqlite,
    commits: (fault) => ({ commit: sqliteCommit(sqlite, new SqliteLedger(sqlite, db), fault), inFlight: 1 }),
    epoch: () => storedEpoch(db),
    upkeep: (work) => work(db),
    close: async () => sqlite.close(),
  };
}

/** Not `recursive`, which never returns where a folder claims to be missing whatever one makes, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
