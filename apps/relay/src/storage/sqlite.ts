import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { type SqliteDatabase, SqliteDialect } from "kysely";

/** Waits this long for another process (the command line) to finish a write. */
const BUSY_MS = 5_000;

/** With SQLite's own 2 MB a busy relay read a page from the file for every message; with this, for every seventh. */
const CACHE_KIB = 32_768;

/**
 * Opens a database file with the settings that "accepted means stored" needs: WAL with synchronous=FULL survives a power
 * cut with every commit that was answered (delivery.md, F10: NORMAL does not).
 *
 * @throws when the file cannot be opened or is not a database.
 */
export function openSqlite(file: string): DatabaseSync {
  const sqlite = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
  sqlite.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`);
  return sqlite;
}

/** Kysely's SQLite dialect expects better-sqlite3's way of saying which statements return rows. */
export function sqliteDialect(sqlite: DatabaseSync): SqliteDialect {
  const database: SqliteDatabase = {
    close: () => sqlite.close(),
    prepare(sql) {
      const statement = sqlite.prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
  return new SqliteDialect({ database });
}
