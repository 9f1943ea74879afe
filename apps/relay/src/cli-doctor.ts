import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { sql } from "kysely";
import { AgentStore } from "./agents/agent-store.ts";
import { withStorage } from "./cli-storage.ts";
import type { Env } from "./cli-usage.ts";
import { SYSTEM_CLOCK } from "./clock.ts";
import { type Config, readConfig } from "./config.ts";
import { Complaints } from "./redis/complaints.ts";
import { connectOnce } from "./redis/connections.ts";
import { DatabaseFault, nameOf } from "./storage/database-fault.ts";
import { pendingMigrations } from "./storage/migrate.ts";
import { openPostgresStorage } from "./storage/postgres-storage.ts";
import type { Database } from "./storage/schema.ts";

/** A Redis that takes longer than this serves nobody. */
const REDIS_MS = 2_000;

/** `doctor`: says what is right and what is wrong, and fails when something is. */
export async function doctorCommand(env: Env): Promise<void> {
  const config = readConfig(env);
  console.log(`ok     settings of this command: ${config.publicUrl ?? "demo mode"}, ${config.host}:${config.port}`);
  await (config.databaseUrl === null ? examineFile(config) : examinePostgres(config.databaseUrl));
  for (const url of config.redisUrls ?? []) await examineRedis(url);
}

async function examineFile(config: Config): Promise<void> {
  await withStorage(config, async (storage) => {
    accessSync(config.dataDir, constants.W_OK);
    console.log(`ok     ${config.dataDir} can be written`);
    const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check`.execute(storage.db);
    const isSound = rows[0]?.integrity_check === "ok";
    report(isSound, "the database is sound", "The database is damaged: stop the relay and restore a backup.");
    await examineOwner(storage.db);
  });
}

async function examinePostgres(databaseUrl: string): Promise<void> {
  const { db, close } = openPostgresStorage(databaseUrl);
  try {
    const { rows } = await sql<{ server_version: string }>`SHOW server_version`.execute(db);
    console.log(`ok     ${nameOf(databaseUrl)} answers: version ${rows[0]?.server_version}`);
    const pending = await pendingMigrations(db);
    report(pending.length === 0, "the tables are up to date", "The tables are of an older version: run migrate.");
    if (pending.length === 0) await examineOwner(db);
  } catch (error) {
    wrong(new DatabaseFault(databaseUrl, error).message);
  } finally {
    await close();
  }
}

async function examineOwner(db: Database): Promise<void> {
  const hasOwner = await new AgentStore(db, SYSTEM_CLOCK).hasOwner();
  const advice =
    "There is no owner yet: open the set-up link that the relay prints, or run user create with --role owner.";
  report(hasOwner, "there is an owner", advice);
}

async function examineRedis(url: string): Promise<void> {
  const { host } = new URL(url);
  const redis = connectOnce(url, new Complaints(() => undefined)); // what it says is what `once` rejects with
  try {
    await once(redis, "ready", { signal: AbortSignal.timeout(REDIS_MS) });
    await redis.ping();
    console.log(`ok     Redis ${host} answers`);
  } catch (error) {
    wrong(`Redis ${host} does not answer: ${error instanceof Error ? error.message : error}`);
  } finally {
    redis.disconnect();
  }
}

function report(isFine: boolean, sentence: string, otherwise: string): void {
  if (isFine) console.log(`ok     ${sentence}`);
  else wrong(otherwise);
}

function wrong(sentence: string): void {
  console.log(`WRONG  ${sentence}`);
  process.exitCode = 1;
}
