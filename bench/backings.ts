import { PostgresServer } from "../apps/relay/src/testing/postgres-server.ts";
import { RedisServer } from "../apps/relay/src/testing/redis-server.ts";
import type { Backing } from "./variants.ts";

/** A real Redis and a real Postgres for one run, started when they are first needed. */
export class Backings {
  #redis: Promise<RedisServer> | undefined;
  #postgres: Promise<PostgresServer> | undefined;

  /** The settings that a variant needs, with an empty database of its own. */
  async settings(needs: readonly Backing[]): Promise<Record<string, string>> {
    const named = await Promise.all(needs.map(async (backing) => [backing, await this.#urlOf(backing)] as const));
    return Object.fromEntries(named);
  }

  async stop(): Promise<void> {
    const started = await Promise.all([this.#redis, this.#postgres]);
    await Promise.all(started.map((server) => server?.stop()));
  }

  async #urlOf(backing: Backing): Promise<string> {
    switch (backing) {
      case "REDIS_URL":
        this.#redis ??= RedisServer.start();
        return (await this.#redis).url;
      case "DATABASE_URL":
        this.#postgres ??= PostgresServer.start();
        return (await this.#postgres).createDatabase();
    }
  }
}
