import { join } from "node:path";
import { DatabaseFault } from "./database-fault.ts";
import { migrate } from "./migrate.ts";
import { openPostgresStorage, type PostgresStorage } from "./postgres-storage.ts";
import { openSqliteStorage, type SqliteStorage } from "./sqlite-storage.ts";

export type Storage = SqliteStorage | PostgresStorage;

/** Where everything is kept: a folder with a SQLite file, or a Postgres database. */
export interface StoragePlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

/** The SQLite file's name in its folder. */
export const DATABASE_FILE = "shopbell.db";

/**
 * Opens the database, makes it where it is a file that is missing, and brings the tables up to date.
 *
 * @throws DatabaseFault when Postgres cannot be used; another error when the file cannot be, or a migration fails.
 */
export async function openStorage({ dataDir, databaseUrl }: StoragePlace): Promise<Storage> {
  if (databaseUrl === null) return openSqliteFile(join(dataDir, DATABASE_FILE));
  try {
    return await upToDate(openPostgresStorage(databaseUrl));
  } catch (error) {
    throw new DatabaseFault(databaseUrl, error);
  }
}

/** The same for a SQLite file anywhere. @throws when it cannot be written, is no database, or a migration fails. */
export function openSqliteFile(file: string): Promise<SqliteStorage> {
  return upToDate(openSqliteStorage(file));
}

async function upToDate<T extends Storage>(storage: T): Promise<T> {
  try {
    await storage.upkeep(migrate);
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}
