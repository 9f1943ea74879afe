import { Complaints } from "../redis/complaints.ts";
import type { RedisClient } from "../redis/connections.ts";
import { type RunScript, scriptsOn } from "../redis/installation.ts";

/** For a Redis that is meant to fail. */
export function unheardComplaints(): Complaints {
  return new Complaints(() => undefined);
}

/** Scripts as the relays of one installation run them. */
export function scriptsOfOne(redis: RedisClient): RunScript {
  return scriptsOn(redis, () => "shopbell:test:");
}
