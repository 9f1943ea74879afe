import { LONE_BOARD, type PresenceBoard } from "./availability/presence-board.ts";
import { RedisPresenceStore } from "./availability/redis-presence-store.ts";
import type { Clock } from "./clock.ts";
import type { Bus, BusEvents } from "./realtime/bus.ts";
import { Losses } from "./realtime/losses.ts";
import { MemoryBus } from "./realtime/memory-bus.ts";
import { RedisBus } from "./realtime/redis-bus.ts";
import { Complaints } from "./redis/complaints.ts";
import { connectToRedis, type RedisClient } from "./redis/connections.ts";
import { beginningOf, type RunScript, scriptsOn } from "./redis/installation.ts";
import { openPubSub } from "./redis/open-pub-sub.ts";
import type { Database } from "./storage/schema.ts";

/** What relays have in common beside the database. */
export interface BetweenRelays {
  readonly bus: Bus;
  readonly board: PresenceBoard;
  /** For rate limits; null is a relay alone. */
  readonly scripts: RunScript | null;
  /** For presence and rate limits; the bus has connections of its own. */
  readonly redis: RedisClient | null;
  /** Null is a relay alone, which loses nothing. */
  readonly losses: Losses | null;
}

export interface BetweenOptions extends BusEvents {
  readonly db: Database;
  readonly clock: Clock;
  /** Of the database, as of now: it tells installations on one Redis apart. */
  readonly lineage: { readonly epoch: string };
  readonly fault: (error: unknown) => void;
}

/** Connects a relay with the others. Waits for nothing. @param redisUrls null is a relay alone */
export function connectRelays(redisUrls: readonly string[] | null, options: BetweenOptions): BetweenRelays {
  if (redisUrls === null) return { bus: new MemoryBus(), board: LONE_BOARD, scripts: null, redis: null, losses: null };
  const { db, clock, lineage, interrupted, fault } = options;
  const beginning = () => beginningOf(lineage.epoch);
  const redis = connectToRedis(redisUrls, new Complaints(fault));
  const scripts = scriptsOn(redis, beginning);
  const pubSub = openPubSub(redisUrls, new Complaints(fault));
  const bus = new RedisBus({ pubSub, clock, beginning, interrupted, fault });
  return { bus, board: new RedisPresenceStore(scripts), scripts, redis, losses: new Losses({ db, bus, interrupted }) };
}
