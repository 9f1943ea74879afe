import type { AnswerEdit } from "@shopbell/protocol";
import { sql } from "kysely";
import type { Clock } from "../clock.ts";
import type { Database } from "../storage/schema.ts";
import { MOST_ANSWERS } from "./answer.ts";
import { inOrder } from "./answer-order.ts";
import { rowsFor, write } from "./answer-rows-store.ts";
import { inTurn, tellReaders } from "./answer-turn-store.ts";

/** What became of an edit. `conflict`: somebody else has changed the answer since it was read. `full`: the site has too many. */
export type Saved = "saved" | "conflict" | "unknown" | "full";

interface StoredAnswer {
  readonly siteKey: string;
  readonly version: number;
  readonly position: number;
  readonly createdAt: number;
}

/** Positions in one statement. */
const ROWS = 200;

/** What agents write. Each change is one transaction, after which readers read again. */
export class AnswerStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Stores one language of an answer, and what its languages share. A category that is gone by now is none. */
  save(siteKey: string, agentId: string, id: string, edit: AnswerEdit): Promise<Saved> {
    return inTurn(this.#db, siteKey, async (transaction) => {
      const stored = await storedAnswer(transaction, id);
      const verdict = verdictOn(edit, stored, siteKey);
      if (verdict !== "saved") return verdict;
      if (stored === undefined && (await isFull(transaction, siteKey))) return "full";
      const now = this.#clock.now();
      const writing = {
        ...edit,
        id,
        categoryId: await ownCategory(transaction, siteKey, edit.categoryId),
        version: edit.version + 1,
        position: stored?.position ?? (await nextPosition(transaction, siteKey)),
        createdAt: stored?.createdAt ?? now,
      };
      await write(transaction, await rowsFor(transaction, { siteKey, agentId, now }, [writing]));
      await tellReaders(transaction, siteKey);
      return "saved";
    });
  }

  /** Forgets an answer in all its languages, with its history, its votes and what was asked under it. False where there is none. */
  remove(siteKey: string, id: string): Promise<boolean> {
    return inTurn(this.#db, siteKey, async (transaction) => {
      const { numDeletedRows } = await transaction
        .deleteFrom("answers")
        .where("id", "=", id)
        .where("site_key", "=", siteKey)
        .executeTakeFirstOrThrow();
      if (numDeletedRows > 0) await tellReaders(transaction, siteKey);
      return numDeletedRows > 0;
    });
  }

  /** Puts a site's answers in order. Those that are not named come after the others. */
  order(siteKey: string, asked: readonly string[]): Promise<void> {
    return inTurn(this.#db, siteKey, async (transaction) => {
      const stored = await transaction
        .selectFrom("answers")
        .select("id")
        .where("site_key", "=", siteKey)
        .orderBy("position")
        .orderBy("id")
        .execute();
      const ids = inOrder(
        stored.map(({ id }) => id),
        asked,
      );
      for (let first = 0; first < ids.length; first += ROWS) {
        await place(transaction, ids.slice(first, first + ROWS), first);
      }
      await tellReaders(transaction, siteKey);
    });
  }
}

async function storedAnswer(transaction: Database, id: string): Promise<StoredAnswer | undefined> {
  return transaction
    .selectFrom("answers")
    .select(["site_key as siteKey", "version", "position", "created_at as createdAt"])
    .where("id", "=", id)
    .executeTakeFirst();
}

function verdictOn(edit: AnswerEdit, stored: StoredAnswer | undefined, siteKey: string): Saved {
  if (stored === undefined) return edit.version === 0 ? "saved" : "unknown";
  if (stored.siteKey !== siteKey) return "unknown";
  return stored.version === edit.version ? "saved" : "conflict";
}

async function ownCategory(transaction: Database, siteKey: string, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const category = await transaction
    .selectFrom("categories")
    .select("id")
    .where("id", "=", id)
    .where("site_key", "=", siteKey)
    .executeTakeFirst();
  return category?.id ?? null;
}

async function isFull(transaction: Database, siteKey: string): Promise<boolean> {
  const { count } = await transaction
    .selectFrom("answers")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("site_key", "=", siteKey)
    .executeTakeFirstOrThrow();
  return Number(count) >= MOST_ANSWERS;
}

/** After all others. */
export async function nextPosition(transaction: Database, siteKey: string): Promise<number> {
  const { last } = await transaction
    .selectFrom("answers")
    .select(({ fn }) => fn.max("position").as("last"))
    .where("site_key", "=", siteKey)
    .executeTakeFirstOrThrow();
  return (last ?? -1) + 1;
}

async function place(transaction: Database, ids: readonly string[], first: number): Promise<void> {
  const cases = ids.map((id, after) => sql`when ${id} then ${sql.lit(first + after)}`);
  await transaction
    .updateTable("answers")
    .set({ position: sql<number>`case id ${sql.join(cases, sql` `)} end` })
    .where("id", "in", ids)
    .execute();
}
