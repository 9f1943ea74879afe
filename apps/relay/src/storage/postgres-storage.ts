import { createHash } from "node:crypto";
import { Kysely, PostgresDialect, sql } from "kysely";
import { DatabaseError, type Pool } from "pg";
import { LedgerReads } from "../conversations/postgres-ledger-reads-store.ts";
import { type OpenStorage, storedEpoch } from "./open-storage.ts";
import { openPool } from "./postgres.ts";
import { postgresCommit } from "./postgres-commit.ts";
import type { Database, Schema } from "./schema.ts";

/** Groups of works under way at once. While one waits for the disk the next is decided: a third to a half more messages/s. */
const IN_FLIGHT = 2;
/**
 * Connections for everything else: what people read. With the journal's two a relay holds ten at most, so that ten relays
 * fit into the hundred that Postgres allows by default.
 */
const READERS = 8;

/** A Postgres database, for one relay or many. */
export interface PostgresStorage extends OpenStorage {
  readonly kind: "postgres";
}

/** Opens a database. Nothing is connected until something is asked. */
export function openPostgresStorage(databaseUrl: string): PostgresStorage {
  const db = kyselyOver(openPool(databaseUrl, "reads", READERS));
  const journal = openPool(databaseUrl, "commits", IN_FLIGHT);
  const reads = new LedgerReads(db);
  return {
    kind: "postgres",
    db,
    commits: (fault) => ({ commit: postgresCommit(journal, reads, fault), inFlight: IN_FLIGHT }),
    epoch: () => lineage(db),
    upkeep: (work) => withUpkeep(databaseUrl, work),
    close: async () => {
      await Promise.all([db.destroy(), journal.end()]);
    },
  };
}

function kyselyOver(pool: Pool): Database {
  return new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
}

async function withUpkeep<T>(databaseUrl: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = kyselyOver(openPool(databaseUrl, "upkeep", 1));
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

/**
 * The stored name of the lineage, together with what becomes another by itself when somebody restores, clones or promotes:
 * the cluster's identifier (another cluster), its timeline (a promoted replica, a restore to a point in time), and the oids
 * of the database and of a table (a clone within the cluster, a dump that was read back). A crash changes none of them.
 *
 * Where the database does not let its owner ask, it is the stored name alone: whoever restores must then delete the row
 * `epoch` of the table `installation`.
 */
async function lineage(db: Database): Promise<string> {
  const stored = await storedEpoch(db);
  const place = await placeOf(db);
  if (place === undefined) return stored;
  return createHash("sha256").update(`${stored} ${place}`).digest("hex").slice(0, 32);
}

/** The timeline is read from the name of the log that is being written: a checkpoint learns of a promotion later. */
async function placeOf(db: Database): Promise<string | undefined> {
  try {
    const { rows } = await sql<{ place: string }>`
      SELECT concat_ws(' ', system_identifier, left(pg_walfile_name(pg_current_wal_lsn()), 8), d.oid, 'entries'::regclass::oid)
        AS place
      FROM pg_control_system(), pg_database d WHERE d.datname = current_database()`.execute(db);
    return rows[0]?.place;
  } catch (error) {
    if (error instanceof DatabaseError && NOT_ALLOWED.has(error.code ?? "")) return undefined;
    throw error;
  }
}

/** insufficient_privilege, undefined_function, feature_not_supported. */
const NOT_ALLOWED = new Set(["42501", "42883", "0A000"]);
