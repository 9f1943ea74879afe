import type { TestProject } from "vitest/node";
import { PostgresServer } from "./postgres-server.ts";
import { RedisServer } from "./redis-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A Redis for everybody: tests keep to channels and keys of their own. */
    redisUrl: string;
    /** A Postgres for everybody: `createDatabase` makes each test's own database on it. */
    postgresUrl: string;
  }
}

let started: readonly { stop(): Promise<void> }[] = [];

/** One Redis and one Postgres per run, or those that REDIS_URL and DATABASE_URL name: vitest's global set-up. */
export async function setup(project: TestProject): Promise<void> {
  const { REDIS_URL, DATABASE_URL } = process.env;
  const [redis, postgres] = await Promise.all([
    REDIS_URL ? undefined : RedisServer.start(),
    DATABASE_URL ? undefined : PostgresServer.start(),
  ]);
  started = [redis, postgres].filter((server) => server !== undefined);
  project.provide("redisUrl", REDIS_URL ?? redis?.url ?? "");
  project.provide("postgresUrl", DATABASE_URL ?? postgres?.url ?? "");
}

export async function teardown(): Promise<void> {
  await Promise.all(started.map((server) => server.stop()));
}
