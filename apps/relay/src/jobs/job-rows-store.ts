import type { Selectable } from "kysely";
import type { Job, JobKind } from "../conversations/ledger.ts";
import type { JobsTable } from "../storage/schema.ts";
import { newId } from "../tokens.ts";

const COLUMNS = "id, kind, key, payload, run_at, created_at";

/** One that waits stays as it is. One that is under way may not see what this one is about, and is done again. */
const UNLESS_ASKED = `ON CONFLICT (kind, key) DO UPDATE SET again_at = excluded.run_at, created_at = excluded.created_at
                      WHERE jobs.leased_until IS NOT NULL OR jobs.dead_at IS NOT NULL`;

/** For a row's values in the order of the columns. */
export const SCHEDULE_ONE = `INSERT INTO jobs (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?) ${UNLESS_ASKED}`;

/** For rows in one JSON text. */
export const SCHEDULE_MANY = `INSERT INTO jobs (${COLUMNS})
                              SELECT ${COLUMNS} FROM json_populate_recordset(NULL::jobs, $1) WHERE true ${UNLESS_ASKED}`;

export function jobRow({ kind, key, payload, runAt }: Job, now: number) {
  return { id: newId(), kind, key, payload: JSON.stringify(payload), run_at: runAt, created_at: now };
}

/** Nothing of earlier attempts counts any more. */
export const AFRESH = { attempts: 0, error: null, dead_at: null, again_at: null } as const;

/** What a row says is to be done. */
export function named({ id, kind, payload }: Pick<Selectable<JobsTable>, "id" | "kind" | "payload">) {
  return { id, kind: kind as JobKind, payload: JSON.parse(payload) as Job["payload"] };
}
