import { createHash } from "node:crypto";
import type { RedisClient } from "./connections.ts";

/**
 * What each channel and key of an installation begins with. Neither other programs nor another Shopbell on the same Redis
 * shall be heard, and pub/sub knows no numbers of databases: without it, a copy of the shop that was restored to try
 * something out would be told what people say in the shop itself.
 *
 * @param epoch which is another in every copy, and after a promotion too: relays move then (`InstallationPubSub`)
 */
export function beginningOf(epoch: string): string {
  return `shopbell:${createHash("sha256").update(epoch).digest("hex").slice(0, 12)}:`;
}

/** Runs a script on one key, which is this installation's own. Rejects while Redis is away. */
export type RunScript = (script: string, key: string, ...args: (string | number)[]) => Promise<unknown>;

/** @param beginning of the keys, as of now */
export function scriptsOn(redis: RedisClient, beginning: () => string): RunScript {
  return (script, key, ...args) => redis.eval(script, 1, `${beginning()}${key}`, ...args);
}
