import type { Order } from "@shopbell/protocol";
import { sql } from "kysely";
import { inParts } from "../storage/in-parts.ts";
import type { Database } from "../storage/schema.ts";
import { comparedNumber } from "./order-number.ts";
import type { OrderSource } from "./order-source.ts";
import { beginningOf } from "./order-status.ts";

/** What became of orders that were stored together. */
export interface Stored {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** 24 months, whichever they are. */
export const ORDERS_KEPT_MS = 731 * 24 * 3_600_000;

/** Rows in one statement: databases take so many parameters. */
const ROWS = 100;

/** Orders that a shop told us of: pushed by its own system, or in a table. */
export class OrderStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** What is known of a site's orders, as a source. */
  sourceOf(siteKey: string): OrderSource {
    return {
      byNumber: (number) => this.#byNumber(siteKey, number),
      byEmail: (email, limit) => this.#byEmail(siteKey, email, limit),
    };
  }

  async count(siteKey: string): Promise<number> {
    const { orders } = await this.#db
      .selectFrom("orders")
      .select(({ fn }) => fn.countAll<number>().as("orders"))
      .where("site_key", "=", siteKey)
      .executeTakeFirstOrThrow();
    return Number(orders);
  }

  /** Stores an order whole, in place of what was known of it. Of two pushes at once, one is stored as it is. Returns whether it is new. */
  async put(siteKey: string, order: Order, now: number): Promise<boolean> {
    const row = rowOf(siteKey, order, now);
    const added = await this.#db
      .insertInto("orders")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .returning("number")
      .executeTakeFirst();
    if (added) return true;
    await upsert(this.#db, [row]); // not an update: it may have been forgotten meanwhile
    return false;
  }

  /** Stores all of these or none. @param orders each number once */
  async putAll(siteKey: string, orders: readonly Order[], now: number): Promise<Stored> {
    const rows = orders.map((order) => rowOf(siteKey, order, now));
    rows.sort((a, b) => (a.number < b.number ? -1 : 1)); // of two tables at once, none waits for a row of the other's
    return this.#db.transaction().execute(async (transaction) => {
      const before = await details(transaction, siteKey, rows);
      const news = rows.filter(({ number, detail }) => before.get(number) !== detail);
      for (let start = 0; start < news.length; start += ROWS)
        await upsert(transaction, news.slice(start, start + ROWS));
      const changed = news.filter(({ number }) => before.has(number)).length;
      return { added: news.length - changed, changed, same: rows.length - news.length };
    });
  }

  /** Forgets an order. False where it was not known. */
  async remove(siteKey: string, number: string): Promise<boolean> {
    const { numDeletedRows } = await this.#db
      .deleteFrom("orders")
      .where("site_key", "=", siteKey)
      .where("number", "=", comparedNumber(number))
      .executeTakeFirst();
    return numDeletedRows > 0n;
  }

  /** Forgets orders that were made too long ago: nobody asks any more where they are. */
  async forgetOld(now: number): Promise<void> {
    await this.#db
      .deleteFrom("orders")
      .where("at", "<", now - ORDERS_KEPT_MS)
      .execute();
  }

  async #byNumber(siteKey: string, number: string): Promise<Order | null> {
    const row = await this.#db
      .selectFrom("orders")
      .select("detail")
      .where("site_key", "=", siteKey)
      .where("number", "=", comparedNumber(number))
      .executeTakeFirst();
    return row ? (JSON.parse(row.detail) as Order) : null;
  }

  async #byEmail(siteKey: string, email: string, limit: number): Promise<Order[]> {
    const rows = await this.#db
      .selectFrom("orders")
      .select("detail")
      .where("site_key", "=", siteKey)
      .where("email", "=", email.toLowerCase())
      .orderBy("at", "desc")
      .limit(limit)
      .execute();
    return rows.map(({ detail }) => JSON.parse(detail) as Order);
  }
}

/** `at` is when it was made, or when we were told of it, where nothing has happened yet. */
function rowOf(siteKey: string, order: Order, now: number) {
  const { number, email } = order;
  return {
    site_key: siteKey,
    number: comparedNumber(number),
    email,
    detail: JSON.stringify(order),
    at: beginningOf(order) ?? now,
  };
}

type OrderRow = ReturnType<typeof rowOf>;

async function details(db: Database, siteKey: string, rows: readonly OrderRow[]): Promise<Map<string, string>> {
  const numbers = rows.map(({ number }) => number);
  const known = await inParts(numbers, (some) =>
    db
      .selectFrom("orders")
      .select(["number", "detail"])
      .where("site_key", "=", siteKey)
      .where("number", "in", some)
      .execute(),
  );
  return new Map(known.map(({ number, detail }) => [number, detail]));
}

async function upsert(db: Database, rows: readonly OrderRow[]): Promise<void> {
  await db
    .insertInto("orders")
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(["site_key", "number"]).doUpdateSet({
        email: sql`excluded.email`,
        detail: sql`excluded.detail`,
        at: sql`excluded.at`,
      }),
    )
    .execute();
}
