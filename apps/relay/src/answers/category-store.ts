import type { Category, CategoryIcon } from "@shopbell/protocol";
import type { Database } from "../storage/schema.ts";
import { inTurn, tellReaders } from "./answer-turn-store.ts";

/** A site's categories, in their order. */
export async function categoriesOf(db: Database, siteKey: string): Promise<Category[]> {
  const rows = await db
    .selectFrom("categories")
    .select(["id", "icon", "names"])
    .where("site_key", "=", siteKey)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id, icon, names }) => ({
    id,
    icon: icon as CategoryIcon,
    names: JSON.parse(names) as Category["names"],
  }));
}

/** Puts these in the place of a site's categories, in their order. False, and nothing is changed, where one is another site's. */
export function replaceCategories(db: Database, siteKey: string, categories: readonly Category[]): Promise<boolean> {
  return inTurn(db, siteKey, async (transaction) => {
    const ids = categories.map(({ id }) => id);
    if (await hasForeign(transaction, siteKey, ids)) return false;
    await transaction
      .deleteFrom("categories")
      .where("site_key", "=", siteKey)
      .$if(ids.length > 0, (query) => query.where("id", "not in", ids))
      .execute();
    await putCategories(transaction, siteKey, categories);
    await tellReaders(transaction, siteKey);
    return true;
  });
}

/** Stores all of a site's categories, in their order, in place of what they were. */
export async function putCategories(
  transaction: Database,
  siteKey: string,
  categories: readonly Category[],
): Promise<void> {
  if (categories.length === 0) return;
  const rows = categories.map(({ id, icon, names }, position) => {
    return { id, site_key: siteKey, position, icon, names: JSON.stringify(names) };
  });
  await transaction
    .insertInto("categories")
    .values(rows)
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet(({ ref }) => ({
        position: ref("excluded.position"),
        icon: ref("excluded.icon"),
        names: ref("excluded.names"),
      })),
    )
    .execute();
}

async function hasForeign(transaction: Database, siteKey: string, ids: readonly string[]): Promise<boolean> {
  if (ids.length === 0) return false;
  const foreign = await transaction
    .selectFrom("categories")
    .select("id")
    .where("id", "in", ids)
    .where("site_key", "!=", siteKey)
    .executeTakeFirst();
  return foreign !== undefined;
}
