import type { DatabaseSync } from "node:sqlite";
import type { SqliteLedger } from "../conversations/sqlite-ledger-store.ts";
import type { Commit } from "./journal.ts";

/**
 * Commits groups of works to SQLite. A transaction begins and ends within one turn of the event loop, so that nothing
 * else on this connection ever sees half of it.
 *
 * @param fault told why a group was not stored
 */
export function sqliteCommit(sqlite: DatabaseSync, ledger: SqliteLedger, fault: (error: unknown) => void): Commit {
  const begin = sqlite.prepare("BEGIN IMMEDIATE");
  const end = sqlite.prepare("COMMIT");
  return async (group) => {
    let begun = false;
    try {
      begin.run();
      begun = true;
      ledger.trustHeads();
      for (const work of group) work.run(ledger);
      end.run();
      return "stored";
    } catch (error) {
      fault(error);
      ledger.forgetHeads();
      // A full disk or a closed file may have ended the transaction already.
      if (sqlite.isOpen && sqlite.isTransaction) sqlite.exec("ROLLBACK");
      return begun ? "failed" : "closed";
    }
  };
}
