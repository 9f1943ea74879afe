import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { openSqliteFile, openStorage, type Storage } from "../storage/database.ts";
import type { SqliteStorage } from "../storage/sqlite-storage.ts";
import { createDatabase } from "./postgres-server.ts";

/** A new SQLite file, which is gone once it is closed. */
export async function aSqliteStorage(): Promise<SqliteStorage> {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-"));
  const storage = await openSqliteFile(join(folder, "shopbell.db"));
  const close = async () => {
    await storage.close();
    rmSync(folder, { recursive: true });
  };
  return { ...storage, close };
}

/** A new database on the Postgres of this run. */
export async function aPostgresStorage(): Promise<Storage> {
  return openStorage({ dataDir: "", databaseUrl: await createDatabase(inject("postgresUrl")) });
}
