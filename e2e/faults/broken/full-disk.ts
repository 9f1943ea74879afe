// SQLite finds no room from one SIGUSR2 to the next: max_page_count makes it answer SQLITE_FULL, as a full disk does.
import { DatabaseSync } from "node:sqlite";

const MOST_PAGES = 4_294_967_294;

const { prepare } = DatabaseSync.prototype;
const opened = new Set<DatabaseSync>();
let isFull = false;

DatabaseSync.prototype.prepare = function prepareWatched(this: DatabaseSync, sql: string) {
  opened.add(this);
  return prepare.call(this, sql);
};

process.on("SIGUSR2", () => {
  isFull = !isFull;
  // A limit below what is there already means: not one page more.
  for (const sqlite of opened) if (sqlite.isOpen) sqlite.exec(`PRAGMA max_page_count = ${isFull ? 1 : MOST_PAGES}`);
});
