import { type ClientBase, DatabaseError, Pool, types } from "pg";

/** A Postgres that does not answer within this time has stopped: whoever asked is told, and asks again on a new connection. */
const ANSWER_MS = 3_000;

/**
 * What every connection is set to beside the database's own defaults. Accepted means stored, so a commit waits for the
 * disk also where the database was told not to; what a frozen relay has locked is free again after a moment.
 */
const SETTINGS = {
  synchronous_commit: "on",
  lock_timeout: "2s",
  statement_timeout: "3s",
  idle_in_transaction_session_timeout: "3s",
};

/**
 * The journal's statements look up a few rows by their keys. A plan is made once for each connection: with every group
 * anew it cost a third of the group. And one that was made while a table was small must not read it from end to end when
 * it has grown.
 */
const BY_KEYS = {
  plan_cache_mode: "force_generic_plan",
  enable_seqscan: "off",
  enable_hashjoin: "off",
  enable_mergejoin: "off",
};

/** What connections are for: the journal's commits, other reads and writes, or work that may take its time. */
export type Purpose = "commits" | "reads" | "upkeep";

/**
 * How long somebody waits for a connection, be it that Postgres accepts none or that others use them all. The journal never
 * has more to do than connections; readers queue when everybody comes back at once.
 */
const CONNECT_MS: Record<Purpose, number> = { commits: 2_000, reads: 5_000, upkeep: 5_000 };

const SETTINGS_FOR: Record<Purpose, Readonly<Record<string, string>>> = {
  commits: { ...SETTINGS, ...BY_KEYS },
  reads: SETTINGS,
  upkeep: { synchronous_commit: "on" },
};

/** Stored instants and counts are far below 2^53, and a number is what SQLite gives too. */
const INT8 = 20;

/** Opens connections when they are needed, and never more than `max`. */
export function openPool(url: string, purpose: Purpose, max: number): Pool {
  const pool = new Pool({
    connectionString: url,
    max,
    application_name: "shopbell",
    // Beside saving round trips this makes a statement that is not answered in time end its connection.
    pipeline: true,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS[purpose],
    ...(purpose === "upkeep" ? {} : { query_timeout: ANSWER_MS }),
    types: { getTypeParser: (type, format) => (type === INT8 ? Number : types.getTypeParser(type, format)) },
    onConnect: (connection) => adjust(connection, SETTINGS_FOR[purpose]),
  });
  // Whoever uses the connection hears of it from the statement that fails; nobody listening would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (connection) => connection.on("error", () => undefined));
  return pool;
}

/** Did the database itself refuse, rather than be away or fail as a whole? Then another try of less may fare better. */
export function isRefusal(error: unknown): boolean {
  return error instanceof DatabaseError && /^(22|23|40)/.test(error.code ?? "");
}

/** serialization_failure, deadlock_detected, and unique_violation by another relay that did the same a moment ago. */
const PASSING = new Set(["40001", "40P01", "23505"]);

/** Will it probably go well if the same is tried at once? */
export function isPassing(error: unknown): boolean {
  return error instanceof DatabaseError && PASSING.has(error.code ?? "");
}

/** `remote_apply` is more than "on", and stays. */
async function adjust(connection: ClientBase, settings: Readonly<Record<string, string>>): Promise<void> {
  await connection.query(
    `SELECT set_config(key, value, false) FROM json_each_text($1)
     WHERE key <> 'synchronous_commit' OR current_setting(key) <> 'remote_apply'`,
    [JSON.stringify(settings)],
  );
}
