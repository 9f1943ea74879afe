// Broken on purpose: SQLite syncs its log at checkpoints only, as `synchronous = NORMAL` does.
import { DatabaseSync } from "node:sqlite";

const { exec } = DatabaseSync.prototype;

DatabaseSync.prototype.exec = function execBroken(this: DatabaseSync, sql: string): void {
  exec.call(this, sql.replace("synchronous = FULL", "synchronous = NORMAL"));
};
