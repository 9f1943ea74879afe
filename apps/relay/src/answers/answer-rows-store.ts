import { sql } from "kysely";
import type { Database } from "../storage/schema.ts";
import { type KnownText, type Rows, rowsOf, type Writer, type Writing } from "./answer-rows.ts";

/** Rows in one statement: databases take so many parameters. */
const ROWS = 50;
/** What one language of an answer has been: nobody looks back further, and each may be as long as an answer. */
export const VERSIONS_KEPT = 50;

/** The rows that store writings as the site is now. @param writings each language of an answer once, with the version that it becomes */
export async function rowsFor(db: Database, writer: Writer, writings: readonly Writing[]): Promise<Rows> {
  const locales = [...new Set(writings.map(({ locale }) => locale))];
  return rowsOf(writer, writings, await knownTexts(db, writer.siteKey, locales));
}

/** Stores them all, and remembers each. */
export async function write(transaction: Database, rows: Rows): Promise<void> {
  for (const answers of inRows(rows.answers)) {
    await transaction
      .insertInto("answers")
      .values(answers)
      .onConflict((conflict) =>
        conflict.column("id").doUpdateSet(({ ref }) => ({
          category_id: ref("excluded.category_id"),
          paths: ref("excluded.paths"),
          keywords: ref("excluded.keywords"),
          version: ref("excluded.version"),
        })),
      )
      .execute();
  }
  for (const texts of inRows(rows.texts)) {
    await transaction
      .insertInto("answer_texts")
      .values(texts)
      .onConflict((conflict) =>
        conflict.columns(["answer_id", "locale"]).doUpdateSet(({ ref }) => ({
          slug: ref("excluded.slug"),
          question: ref("excluded.question"),
          source: ref("excluded.source"),
          published_at: ref("excluded.published_at"),
          changed_at: ref("excluded.changed_at"),
          agent_id: ref("excluded.agent_id"),
        })),
      )
      .execute();
  }
  for (const versions of inRows(rows.versions)) {
    await transaction.insertInto("answer_versions").values(versions).execute();
  }
  for (const answers of inRows(rows.answers)) {
    await forgetOldVersions(
      transaction,
      answers.map(({ id }) => id),
    );
  }
}

/** All but the newest; and the last one that was published, because an answer's address stays what it was then. */
async function forgetOldVersions(transaction: Database, ids: readonly string[]): Promise<void> {
  const newer = (published: boolean) => {
    const only = published ? sql`and newer.published = 1` : sql``;
    return sql<number>`(select count(*) from answer_versions newer where newer.answer_id = answer_versions.answer_id
      and newer.locale = answer_versions.locale and newer.version > answer_versions.version ${only})`;
  };
  const latest = sql<number>`(select version from answers where id = answer_versions.answer_id)`;
  await transaction
    .deleteFrom("answer_versions")
    .where("answer_id", "in", ids)
    .where("version", "<=", sql<number>`${latest} - ${sql.lit(VERSIONS_KEPT)}`) // most have none, and are not counted
    .where(newer(false), ">=", VERSIONS_KEPT)
    .where(({ eb, or }) => or([eb("published", "=", 0), eb(newer(true), ">", 0)]))
    .execute();
}

function inRows<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, part) => rows.slice(part * ROWS, (part + 1) * ROWS));
}

async function knownTexts(transaction: Database, siteKey: string, locales: readonly string[]): Promise<KnownText[]> {
  const rows = await transaction
    .selectFrom("answer_texts as text")
    .select(({ exists, selectFrom }) => [
      "text.answer_id as id",
      "text.locale",
      "text.slug",
      "text.published_at as publishedAt",
      exists(
        selectFrom("answer_versions as version")
          .select(sql.lit(1).as("one"))
          .whereRef("version.answer_id", "=", "text.answer_id")
          .whereRef("version.locale", "=", "text.locale")
          .where("version.published", "=", 1),
      ).as("wasPublished"),
    ])
    .where("text.site_key", "=", siteKey)
    .where("text.locale", "in", locales)
    .execute();
  return rows.map((row) => ({ ...row, wasPublished: Boolean(row.wasPublished) }));
}
