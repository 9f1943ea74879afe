import * as z from "zod";
import { type Checksums, checksumsOf, differences } from "./checksums.ts";
import { copyEntries, copyTable, removeOthers, TABLES } from "./copy-tables.ts";
import { type OpenStorage, storedEpoch } from "./open-storage.ts";
import type { Database } from "./schema.ts";

export type CopyOutcome =
  | { kind: "copied"; rows: number }
  | { kind: "source-changed"; tables: readonly string[] }
  | { kind: "differs"; tables: readonly string[] }
  | { kind: "refused"; reason: "same" | "other-installation" | "in-use" };

/** A row of the target's `installation`: what it is a copy of, and how it was when the copy was complete. */
const MARK = "copied-from";
const Mark = z.object({
  epoch: z.string(),
  complete: z.record(z.string(), z.object({ rows: z.number(), sum: z.string() })).nullable(),
});
type Mark = z.infer<typeof Mark>;

/** A database that the next run of the copy would make like its source, whatever was said in it meanwhile. */
export class UnfinishedCopyFault extends Error {
  constructor() {
    super("The database is an unfinished copy: run shopbell copy again, until it says that both sides are equal.");
  }
}

/** Tables without which nobody has used a database. */
const SIGNS_OF_LIFE = ["sites", "agents", "visitors", "conversations"] as const;

/**
 * Copies an installation into another database, and compares both sides row by row afterwards.
 *
 * May be stopped at any moment and run again: what is there already is kept. May also be run for practice while relays write
 * to the source, and once more when they have stopped. A target that anybody has used since then is left alone.
 *
 * @param tell told what was done, in sentences
 */
export async function copyInstallation(
  source: Database,
  target: Database,
  tell: (sentence: string) => void,
): Promise<CopyOutcome> {
  const epoch = await storedEpoch(source);
  const refusal = await refusalBy(target, epoch);
  if (refusal) return refusal;
  const before = await checksumsOf(source);
  await putMark(target, { epoch, complete: null });
  await copyTables(source, target);
  tell(`Copied ${sentenceOf(before)}.`);

  const after = await checksumsOf(source);
  const copy = await checksumsOf(target);
  const changed = differences(before, after);
  const different = differences(after, copy);
  if (changed.length > 0) return { kind: "source-changed", tables: changed };
  if (different.length > 0) return { kind: "differs", tables: different };
  await putMark(target, { epoch, complete: copy });
  return { kind: "copied", rows: Object.values(copy).reduce((sum, { rows }) => sum + rows, 0) };
}

/** Closes the database where a relay must not use it. @throws UnfinishedCopyFault */
export async function refuseUnfinishedCopy({ db, close }: OpenStorage): Promise<void> {
  const mark = await findMark(db);
  if (mark === undefined || mark.complete !== null) return;
  await close();
  throw new UnfinishedCopyFault();
}

async function refusalBy(target: Database, epoch: string): Promise<CopyOutcome | undefined> {
  if ((await storedEpoch(target)) === epoch) return { kind: "refused", reason: "same" };
  const mark = await findMark(target);
  if (mark === undefined) return (await isUsed(target)) ? { kind: "refused", reason: "other-installation" } : undefined;
  if (mark.epoch !== epoch) return { kind: "refused", reason: "other-installation" };
  const isUntouched = mark.complete === null || differences(mark.complete, await checksumsOf(target)).length === 0;
  return isUntouched ? undefined : { kind: "refused", reason: "in-use" };
}

/** What refers to others is removed before them, and added after them. */
async function copyTables(source: Database, target: Database): Promise<void> {
  const tables = TABLES.filter(({ name }) => name !== "entries");
  for (const table of tables.toReversed()) await removeOthers(source, target, table);
  for (const table of tables) await copyTable(source, target, table);
  await copyEntries(source, target);
}

async function isUsed(db: Database): Promise<boolean> {
  for (const table of SIGNS_OF_LIFE) {
    const row = await db.selectFrom(table).select("created_at").limit(1).executeTakeFirst();
    if (row) return true;
  }
  return false;
}

async function findMark(target: Database): Promise<Mark | undefined> {
  const row = await target.selectFrom("installation").select("value").where("name", "=", MARK).executeTakeFirst();
  return row && Mark.parse(JSON.parse(row.value));
}

async function putMark(target: Database, mark: Mark): Promise<void> {
  const value = JSON.stringify(mark);
  await target
    .insertInto("installation")
    .values({ name: MARK, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

function sentenceOf(sums: Checksums): string {
  return Object.entries(sums)
    .map(([name, { rows }]) => `${rows.toLocaleString("en")} ${name.replaceAll("_", " ")}`)
    .join(", ");
}
