import type { Pool, PoolClient } from "pg";
import { SYSTEM_CLOCK } from "../clock.ts";
import { type Heads, SharedHeads } from "../conversations/heads.ts";
import type { Work } from "../conversations/ledger.ts";
import { MemoryLedger } from "../conversations/memory-ledger.ts";
import type { LedgerReads } from "../conversations/postgres-ledger-reads-store.ts";
import { writeAndCommit } from "../conversations/postgres-ledger-writes-store.ts";
import type { Commit, Outcome } from "./journal.ts";
import { isPassing, isRefusal } from "./postgres.ts";

/** Relays that get in each other's way do so once or twice. */
const RETRIES = 3;

/** A work threw: the database is not to blame, and the others of its group may be stored. */
class WorkFault extends Error {}

/**
 * Commits groups of works to Postgres: locks and reads, runs the works in memory, writes. Two round trips, or three where a
 * conversation begins or another relay wrote to one in hand.
 *
 * A connection that broke before COMMIT was answered may have stored the group all the same. It counts as not stored: who
 * sends it again is told that it is a duplicate (S3).
 *
 * @param fault told why a group was not stored
 */
export function postgresCommit(pool: Pool, reads: LedgerReads, fault: (error: unknown) => void): Commit {
  const heads = new SharedHeads(SYSTEM_CLOCK);
  const commit = async (group: readonly Work[], retries: number): Promise<Outcome> => {
    try {
      await inTransaction(pool, (connection) => runIn(connection, reads, heads.current(), group));
      return "stored";
    } catch (error) {
      heads.forget(); // perhaps it is not the same database any more
      if (retries > 0 && isPassing(error)) return commit(group, retries - 1);
      fault(error);
      return error instanceof WorkFault || isRefusal(error) ? "failed" : "closed";
    }
  };
  return (group) => commit(group, RETRIES);
}

async function inTransaction(pool: Pool, run: (connection: PoolClient) => Promise<void>): Promise<void> {
  const connection = await pool.connect();
  try {
    await run(connection);
  } catch (error) {
    connection.release(true); // closing it is the one way to roll back that cannot fail
    throw error;
  }
  connection.release();
}

async function runIn(connection: PoolClient, reads: LedgerReads, heads: Heads, group: readonly Work[]): Promise<void> {
  const ledger = new MemoryLedger(await reads.read(connection, group, heads));
  try {
    for (const work of group) work.run(ledger);
  } catch (cause) {
    throw new WorkFault("a work could not be run", { cause });
  }
  await writeAndCommit(connection, ledger.changes);
  for (const head of ledger.changes.conversations.values()) heads.remember(head);
}
