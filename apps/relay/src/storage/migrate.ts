import { randomBytes } from "node:crypto";
import { Migrator } from "kysely/migration";
import { MIGRATIONS } from "./migrations/index.ts";
import type { Database } from "./schema.ts";

const FIRST_NUMBER = 1_001;

/**
 * Brings the tables up to date. Relays that start at once wait for each other.
 *
 * @throws when a migration fails.
 */
export async function migrate(db: Database): Promise<void> {
  const { error } = await migratorOf(db).migrateToLatest();
  if (error) throw error;
  await found(db);
}

/** Migrations that the database has not seen. */
export async function pendingMigrations(db: Database): Promise<string[]> {
  const migrations = await migratorOf(db).getMigrations();
  return migrations.filter(({ executedAt }) => executedAt === undefined).map(({ name }) => name);
}

function migratorOf(db: Database): Migrator {
  return new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
}

/** Mints what every installation has once: the name of its lineage, and the counter of conversations. */
async function found(db: Database): Promise<void> {
  await db
    .insertInto("installation")
    .values({ name: "epoch", value: randomBytes(16).toString("hex") })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await db
    .insertInto("counters")
    .values({ name: "conversation", value: FIRST_NUMBER - 1 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
