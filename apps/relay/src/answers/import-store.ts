import { randomUUID } from "node:crypto";
import { setImmediate as othersTurn } from "node:timers/promises";
import type { ImportReport } from "@shopbell/protocol";
import { inParts } from "../storage/in-parts.ts";
import type { Database } from "../storage/schema.ts";
import { bookOf } from "./answer-book-store.ts";
import type { Rows, Writer } from "./answer-rows.ts";
import { rowsFor, write } from "./answer-rows-store.ts";
import { nextPosition } from "./answer-store.ts";
import { inTurn, tellReaders } from "./answer-turn-store.ts";
import { putCategories } from "./category-store.ts";
import { type ImportPlan, type PlannedText, planImport } from "./import-plan.ts";
import type { BroughtText } from "./import-text.ts";

/** What is to be stored, if the site is as it was when that was decided. */
interface Prepared {
  /** How often the site's answers had changed. */
  readonly version: number;
  readonly report: ImportReport;
  readonly categories: ImportPlan["categories"];
  /** Null: nothing is. */
  readonly rows: Rows | null;
}

/**
 * Stores all of what somebody brings, or nothing where any of it is wrong. New answers come after all others.
 *
 * Thousands take a while to decide about, and everybody waits for a transaction: it stores what was decided before, unless somebody
 * has changed the site's answers meanwhile.
 */
export async function importTexts(
  db: Database,
  writer: Writer,
  brought: readonly BroughtText[],
): Promise<ImportReport> {
  for (;;) {
    const prepared = await prepare(db, writer, brought);
    const { report, rows, categories } = prepared;
    if (rows === null) return report;
    const { siteKey } = writer;
    const isStored = await inTurn(db, siteKey, async (transaction, version) => {
      if (version !== prepared.version || (await foreignIds(transaction, siteKey, brought)).size > 0) return false;
      if (categories) await putCategories(transaction, siteKey, categories);
      await write(transaction, rows);
      await tellReaders(transaction, siteKey);
      return true;
    });
    if (isStored) return report;
  }
}

async function prepare(db: Database, writer: Writer, brought: readonly BroughtText[]): Promise<Prepared> {
  const { siteKey, now } = writer;
  const version = await versionOf(db, siteKey); // before anything else is read: whatever changes from here on is noticed
  const foreign = await foreignIds(db, siteKey, brought);
  const book = await bookOf(db, siteKey);
  await othersTurn();
  const { texts, categories, faults, ...counts } = planImport(brought, { book, foreign, newId: randomUUID });
  const prepared = { version, categories, rows: null };
  if (faults.length > 0) {
    return { ...prepared, report: { added: 0, changed: 0, same: 0, faults: [...faults] } };
  }
  const report = { ...counts, faults: [] };
  if (texts.length === 0) return { ...prepared, report };
  await othersTurn();
  const positions = positionsOf(texts, await nextPosition(db, siteKey));
  const writings = texts.map((text) => ({ ...text, position: positions.get(text.id) ?? 0, createdAt: now }));
  const rows = await rowsFor(db, writer, writings);
  await othersTurn();
  return { ...prepared, report, rows };
}

async function versionOf(db: Database, siteKey: string): Promise<number> {
  const site = db.selectFrom("sites").select("answers_version as version").where("key", "=", siteKey);
  return (await site.executeTakeFirstOrThrow()).version;
}

/** Of new answers: those that are there stay where they are. */
function positionsOf(texts: readonly PlannedText[], next: number): ReadonlyMap<string, number> {
  return new Map([...new Set(texts.map(({ id }) => id))].map((id, place) => [id, next + place]));
}

async function foreignIds(
  db: Database,
  siteKey: string,
  brought: readonly BroughtText[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(brought.flatMap(({ id }) => id ?? []))];
  const rows = await inParts(ids, (some) =>
    db.selectFrom("answers").select("id").where("id", "in", some).where("site_key", "!=", siteKey).execute(),
  );
  return new Set(rows.map(({ id }) => id));
}
