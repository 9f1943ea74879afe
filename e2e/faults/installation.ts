import type { StoragePlace } from "../../apps/relay/src/storage/database.ts";
import { PostgresServer } from "../../apps/relay/src/testing/postgres-server.ts";
import { RedisServer } from "../../apps/relay/src/testing/redis-server.ts";
import { freePort } from "../../apps/relay/src/testing/server-process.ts";
import { RelayProcess } from "../relay-process.ts";
import type { Chance } from "./chance.ts";
import { Balancer, type Network } from "./network/balancer.ts";
import { FairNetwork } from "./network/fair-network.ts";
import { furnish, RELAY_ORIGIN } from "./shop.ts";

/** What an installation consists of. */
export interface Plan {
  /** More than one needs Postgres and Redis. */
  readonly relays: number;
  readonly agents: number;
  /** Scripts that every relay runs first: a part broken on purpose. */
  readonly preload?: readonly string[];
  /** So many people that the network needs a process of its own, and no other weather. */
  readonly crowded?: boolean;
  /** A command that runs the relays, with its arguments. */
  readonly under?: readonly string[];
  /** The database is made; no relay runs yet. */
  furnished?(folder: string): void;
  /** Further settings of one relay. */
  env?(relay: number, redis: RedisServer | undefined): Promise<NodeJS.ProcessEnv>;
}

/** Shopbell as it is installed for real, every part a process that can be killed, and the network before it. */
export class Installation {
  readonly relays: readonly RelayProcess[];
  readonly network: Network;
  readonly redis: RedisServer | undefined;
  readonly postgres: PostgresServer | undefined;
  readonly place: StoragePlace;
  /** Sign-ins, one for each agent. */
  readonly cookies: readonly string[];

  private constructor(parts: Omit<Installation, "balancer" | "complaints" | "close">) {
    this.relays = parts.relays;
    this.network = parts.network;
    this.redis = parts.redis;
    this.postgres = parts.postgres;
    this.place = parts.place;
    this.cookies = parts.cookies;
  }

  static async open(plan: Plan, chance: Chance): Promise<Installation> {
    const isGrown = plan.relays > 1;
    const [redis, postgres] = await Promise.all([
      isGrown ? RedisServer.start() : undefined,
      isGrown ? PostgresServer.start() : undefined,
    ]);
    const databaseUrl = (await postgres?.createDatabase()) ?? null;
    const ports = await Promise.all(Array.from({ length: plan.relays }, freePort));
    const relays = await Promise.all(
      ports.map(async (port, index) => {
        const grown = redis && databaseUrl ? { REDIS_URL: redis.url, DATABASE_URL: databaseUrl } : {};
        const env = { LOG_LEVEL: "warn", ...grown, ...(await plan.env?.(index, redis)) };
        const { preload = [], under = [] } = plan;
        return new RelayProcess({ port, publicUrl: RELAY_ORIGIN, env, preload, under });
      }),
    );
    const place = { dataDir: relays[0]?.folder ?? "", databaseUrl };
    const network = plan.crowded ? await FairNetwork.open(ports) : await Balancer.open(ports, chance.fork("network"));
    const cookies = await furnish(place, plan.agents);
    plan.furnished?.(place.dataDir);
    const installation = new Installation({ relays, network, redis, postgres, place, cookies });
    try {
      await Promise.all(relays.map((relay) => relay.start()));
      return installation;
    } catch (error) {
      await installation.close();
      throw error;
    }
  }

  /** The network in the scenario's hand. */
  get balancer(): Balancer {
    if (!(this.network instanceof Balancer)) throw new Error("a crowd's network has fair weather only");
    return this.network;
  }

  /** Relays that ended by themselves. */
  get complaints(): string[] {
    return this.relays.filter(({ hasFailed }) => hasFailed).map(({ output }) => `a relay ended by itself: ${output}`);
  }

  async close(): Promise<void> {
    await this.network.close();
    await Promise.all(this.relays.map((relay) => relay.stop()));
    await this.redis?.stop();
    await this.postgres?.stop();
  }
}
