import { type Kysely, sql } from "kysely";
import type { Database, Schema } from "./schema.ts";

type Value = string | number | null;
type Row = Record<string, Value>;
type Table = Exclude<keyof Schema, "installation">;

/** A database without its types: every table is copied alike. */
type AnyTables = Kysely<Record<string, Row>>;

interface CopiedTable {
  readonly name: Table;
  readonly key: readonly string[];
  /** Rows held in memory at once, where they are large. */
  readonly pageRows?: number;
}

/**
 * What a copy consists of, with each table's key. What is referred to comes before what refers to it.
 * `installation` names a lineage, of which a copy is another (H5).
 */
export const TABLES: readonly CopiedTable[] = [
  { name: "counters", key: ["name"] },
  { name: "settings", key: ["name"] },
  { name: "sites", key: ["key"] },
  { name: "agents", key: ["id"] },
  { name: "sign_ins", key: ["id"] },
  { name: "setup_links", key: ["token_hash"] },
  { name: "visitors", key: ["id"] },
  { name: "visitor_tokens", key: ["token_hash"] },
  { name: "conversations", key: ["number"] },
  { name: "entries", key: ["conversation", "seq"] },
  { name: "jobs", key: ["id"] },
  { name: "site_days", key: ["site_key", "day"] },
  { name: "sent_mails", key: ["message_id"] },
  { name: "files", key: ["id"], pageRows: 4 },
  { name: "categories", key: ["id"] },
  { name: "answers", key: ["id"] },
  { name: "answer_texts", key: ["answer_id", "locale"] },
  { name: "answer_versions", key: ["answer_id", "locale", "version"] },
  { name: "answer_votes", key: ["answer_id", "voter"] },
  { name: "searches", key: ["id"] },
  { name: "searches_done", key: ["site_key", "locale", "words"] },
  { name: "posts", key: ["id"] },
  { name: "post_reports", key: ["post_id", "reporter"] },
  { name: "orders", key: ["site_key", "number"] },
  { name: "api_tokens", key: ["id"] },
];

/** Rows held in memory at once: a million entries must fit through any machine. */
const PAGE_ROWS = 1_000;

function anyTables(db: Database): AnyTables {
  return db as unknown as AnyTables;
}

/** All rows of a table in the order of its key, a page at a time. @param among conversations to which entries are narrowed */
export async function* pagesOf(
  db: Database,
  { name, key, pageRows = PAGE_ROWS }: CopiedTable,
  among?: readonly number[],
): AsyncGenerator<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  let last: Row | undefined;
  do {
    let query = anyTables(db).selectFrom(name).selectAll();
    if (among) query = query.where("conversation", "in", among);
    if (last) {
      const place = sql.join(key.map((column) => sql.val(last?.[column])));
      query = query.where(sql<boolean>`(${columns}) > (${place})`);
    }
    const page = await query.orderBy(columns).limit(pageRows).execute();
    if (page.length > 0) yield page;
    last = page.length === pageRows ? page.at(-1) : undefined;
  } while (last);
}

/** Makes the target's rows like the source's. */
export async function copyTable(source: Database, target: Database, table: CopiedTable): Promise<void> {
  for await (const page of pagesOf(source, table)) await upsert(target, table, page);
}

/** Removes rows of the target that the source no longer has. */
export async function removeOthers(source: Database, target: Database, { name, key }: CopiedTable): Promise<void> {
  const [first] = key;
  if (first === undefined) throw new Error(`${name} has no key`);
  const placeOf = (row: Row) => JSON.stringify(key.map((column) => row[column]));
  for await (const page of pagesOf(target, { name, key })) {
    const among = page.map((row) => row[first] ?? null);
    const kept = await anyTables(source)
      .selectFrom(name)
      .select([...key])
      .where(first, "in", among)
      .execute();
    const known = new Set(kept.map(placeOf));
    const gone = page.filter((row) => !known.has(placeOf(row)));
    for (const row of gone) {
      const isIt = key.map((column) => sql<boolean>`${sql.ref(column)} = ${row[column]}`);
      await anyTables(target)
        .deleteFrom(name)
        .where(sql<boolean>`${sql.join(isIt, sql` AND `)}`)
        .execute();
    }
  }
}

async function upsert(target: Database, { name, key }: CopiedTable, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  await anyTables(target)
    .insertInto(name)
    .values(rows.map((row) => ({ ...row })))
    .onConflict((conflict) =>
      conflict
        .columns([...key])
        .doUpdateSet((row) => Object.fromEntries(columns.map((column) => [column, row.ref(`excluded.${column}`)]))),
    )
    .execute();
}

/**
 * Adds the entries that the target does not have. They are never changed, and each page is stored whole, so that what
 * follows the last one of a conversation is all that is missing in it.
 */
export async function copyEntries(source: Database, target: Database): Promise<void> {
  for await (const page of pagesOf(source, tableOf("conversations"))) {
    const heads = await headsOf(
      target,
      page.map(({ number }) => Number(number)),
    );
    const behind = page.filter((row) => Number(row["last_seq"]) > (heads.get(Number(row["number"])) ?? 0));
    if (behind.length === 0) continue;
    const among = behind.map(({ number }) => Number(number));
    for await (const entries of pagesOf(source, tableOf("entries"), among)) {
      const missing = entries.filter(({ conversation, seq }) => Number(seq) > (heads.get(Number(conversation)) ?? 0));
      if (missing.length > 0) await insert(target, missing);
    }
  }
}

/** The last seq of each conversation. */
async function headsOf(db: Database, conversations: readonly number[]): Promise<Map<number, number>> {
  const rows = await db
    .selectFrom("entries")
    .select(["conversation", ({ fn }) => fn.max<number>("seq").as("seq")])
    .where("conversation", "in", conversations)
    .groupBy("conversation")
    .execute();
  return new Map(rows.map(({ conversation, seq }) => [conversation, seq]));
}

async function insert(target: Database, entries: readonly Row[]): Promise<void> {
  await anyTables(target)
    .insertInto("entries")
    .values(entries.map((row) => ({ ...row })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function tableOf(name: Table): CopiedTable {
  const table = TABLES.find((candidate) => candidate.name === name);
  if (table === undefined) throw new Error(`${name} is not copied`);
  return table;
}
