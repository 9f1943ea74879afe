import type { Complaints } from "./complaints.ts";
import type { PubSub } from "./pub-sub.ts";
import { ShardedPubSub } from "./sharded-pub-sub.ts";
import { SinglePubSub } from "./single-pub-sub.ts";

/** Plain channels on one Redis, sharded ones on a cluster. */
export function openPubSub(urls: readonly string[], complaints: Complaints): PubSub {
  const [url = "", ...others] = urls;
  return others.length === 0 ? new SinglePubSub(url, complaints) : new ShardedPubSub(urls, complaints);
}
