import type { HelpCentre, Look, OpeningHours, Promises, Way } from "@shopbell/protocol";
import type { Selectable } from "kysely";
import type { Database, SitesTable } from "../storage/schema.ts";
import { DEFAULT_HELP, DEFAULT_PROMISES, type Site } from "./site.ts";

/** The shops of this installation, oldest first. */
export async function loadSites(db: Database): Promise<Site[]> {
  const rows = await db.selectFrom("sites").selectAll().orderBy("created_at").orderBy("key").execute();
  return rows.map(toSite);
}

/** Stores a site unless its key is taken; then nothing changes. */
export async function addSite(db: Database, site: Site, now: number): Promise<void> {
  const row = {
    key: site.key,
    name: site.name,
    origins: JSON.stringify(site.origins),
    look: JSON.stringify(site.look),
  };
  await db
    .insertInto("sites")
    .values({ ...row, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Replaces a name, origins and look; hours and promises stay as they are. */
export async function storeSite(db: Database, { key, name, origins, look }: Site): Promise<void> {
  const row = { name, origins: JSON.stringify(origins), look: JSON.stringify(look) };
  await db.updateTable("sites").set(row).where("key", "=", key).execute();
}

/** Replaces the hours that a site announces; null is none. */
export async function storeHours(db: Database, key: string, hours: OpeningHours | null): Promise<void> {
  const row = { hours: hours === null ? null : JSON.stringify(hours) };
  await db.updateTable("sites").set(row).where("key", "=", key).execute();
}

/** Replaces what a site promises. */
export async function storePromises(db: Database, key: string, promises: Promises): Promise<void> {
  await db
    .updateTable("sites")
    .set({ promises: JSON.stringify(promises) })
    .where("key", "=", key)
    .execute();
}

/** Replaces what a site says of its help centre. */
export async function storeHelp(db: Database, key: string, help: HelpCentre): Promise<void> {
  await db
    .updateTable("sites")
    .set({ help: JSON.stringify(help) })
    .where("key", "=", key)
    .execute();
}

/** Replaces the other ways to reach a shop. */
export async function storeWays(db: Database, key: string, ways: readonly Way[]): Promise<void> {
  await db
    .updateTable("sites")
    .set({ ways: JSON.stringify(ways) })
    .where("key", "=", key)
    .execute();
}

function toSite(row: Selectable<SitesTable>): Site {
  return {
    key: row.key,
    name: row.name,
    origins: JSON.parse(row.origins) as string[],
    look: JSON.parse(row.look) as Look,
    hours: row.hours === null ? null : (JSON.parse(row.hours) as OpeningHours),
    promises: { ...DEFAULT_PROMISES, ...(JSON.parse(row.promises ?? "{}") as Partial<Promises>) },
    help: { ...DEFAULT_HELP, ...(JSON.parse(row.help ?? "{}") as Partial<HelpCentre>) },
    ways: JSON.parse(row.ways ?? "[]") as Way[],
    findsOrders: row.order_source !== null,
    answersVersion: row.answers_version,
  };
}
