import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { type SqliteDatabase, SqliteDialect, type SqliteStatement } from "kysely";

/** Waits this long for another process (the command line) to finish a write. */
const BUSY_MS = 5_000;

/** More than the relay has; lists make new ones by their length. Some kB each. */
const MAX_PREPARED = 200;

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

/** Kysely's SQLite dialect over one connection. A statement that is run again is not compiled again. */
export function sqliteDialect(sqlite: DatabaseSync): SqliteDialect {
  const prepared = new Map<string, SqliteStatement>();
  const database: SqliteDatabase = {
    close: () => sqlite.close(),
    prepare(sql) {
      const known = prepared.get(sql);
      if (known) return known;
      const statement = statementOf(sqlite.prepare(sql));
      prepared.set(sql, statement);
      if (prepared.size > MAX_PREPARED) forgetOldest(prepared);
      return statement;
    },
  };
  return new SqliteDialect({ database });
}

/** Kysely expects better-sqlite3's way of saying which statements return rows. */
function statementOf(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}

function forgetOldest(prepared: Map<string, unknown>): void {
  const [oldest] = prepared.keys();
  if (oldest !== undefined) prepared.delete(oldest);
}
