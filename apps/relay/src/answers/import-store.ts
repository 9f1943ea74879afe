import { randomUUID } from "node:crypto";
import type { ImportReport } from "@shopbell/protocol";
import { inParts } from "../storage/in-parts.ts";
import type { Database } from "../storage/schema.ts";
import { bookOf } from "./answer-book-store.ts";
import type { Writer } from "./answer-rows.ts";
import { write } from "./answer-rows-store.ts";
import { nextPosition } from "./answer-store.ts";
import { inTurn, tellReaders } from "./answer-turn-store.ts";
import { putCategories } from "./category-store.ts";
import { type ImportPlan, type PlannedText, planImport } from "./import-plan.ts";
import type { BroughtText } from "./import-text.ts";

/** Stores all of what somebody brings, or nothing where any of it is wrong. New answers come after all others. */
export function importTexts(db: Database, writer: Writer, brought: readonly BroughtText[]): Promise<ImportReport> {
  const { siteKey } = writer;
  return inTurn(db, siteKey, async (transaction) => {
    const foreign = await foreignIds(transaction, siteKey, brought);
    const book = await bookOf(transaction, siteKey);
    const plan = planImport(brought, { book, foreign, newId: randomUUID });
    const { added, changed, same, faults } = plan;
    if (faults.length > 0) return { added: 0, changed: 0, same: 0, faults: [...faults] };
    if (plan.texts.length > 0) await carryOut(transaction, writer, plan);
    return { added, changed, same, faults: [] };
  });
}

async function carryOut(transaction: Database, writer: Writer, { texts, categories }: ImportPlan): Promise<void> {
  const { siteKey, now } = writer;
  if (categories) await putCategories(transaction, siteKey, categories);
  const positions = positionsOf(texts, await nextPosition(transaction, siteKey));
  const writings = texts.map((text) => ({ ...text, position: positions.get(text.id) ?? 0, createdAt: now }));
  await write(transaction, writer, writings);
  await tellReaders(transaction, siteKey);
}

/** Of new answers: those that are there stay where they are. */
function positionsOf(texts: readonly PlannedText[], next: number): ReadonlyMap<string, number> {
  return new Map([...new Set(texts.map(({ id }) => id))].map((id, place) => [id, next + place]));
}

async function foreignIds(
  transaction: Database,
  siteKey: string,
  brought: readonly BroughtText[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(brought.flatMap(({ id }) => id ?? []))];
  const rows = await inParts(ids, (some) =>
    transaction.selectFrom("answers").select("id").where("id", "in", some).where("site_key", "!=", siteKey).execute(),
  );
  return new Set(rows.map(({ id }) => id));
}
