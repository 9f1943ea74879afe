import type { DatabaseSync } from "node:sqlite";
import { openSqlite } from "./sqlite.ts";

/**
 * Copies a database as it is at this moment, also while others write to it.
 *
 * The copy has no epoch: whoever starts from it begins another lineage, and every end then drops what it cached (H5).
 *
 * @throws when the file exists or cannot be written.
 */
export function backUp(sqlite: DatabaseSync, file: string): void {
  // It holds what people said and hashes of their passwords: for its owner's eyes, from the first byte on.
  const usual = process.umask(0o077);
  try {
    sqlite.prepare("VACUUM INTO ?").run(file);
  } finally {
    process.umask(usual);
  }
  const copy = openSqlite(file);
  copy.exec("DELETE FROM installation WHERE name = 'epoch'; PRAGMA journal_mode = DELETE;");
  copy.close();
}
