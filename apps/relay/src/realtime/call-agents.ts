import { longestWaiting } from "../availability/waiting-store.ts";
import type { Clock } from "../clock.ts";
import { alertAbout } from "../conversations/send-message.ts";
import type { JobStore } from "../jobs/job-store.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Database } from "../storage/schema.ts";
import type { Shopfront } from "./shopfront.ts";

export interface CallOptions {
  readonly db: Database;
  readonly jobs: Pick<JobStore, "ask">;
  readonly shop: Pick<Shopfront, "atTheCounter">;
  readonly sites: Pick<SiteDirectory, "keys">;
  readonly clock: Clock;
}

/**
 * Has agents called to those shops where visitors wait and nobody is there any more, or not yet though it has opened. One alert for
 * a shop is enough: it brings all who wait there.
 */
export async function callAgents({ db, jobs, shop, sites, clock }: CallOptions): Promise<void> {
  const now = clock.now();
  for (const key of sites.keys) {
    if (!shop.atTheCounter(key, "chat", now).rings) continue;
    const number = await longestWaiting(db, key);
    if (number !== undefined) await jobs.ask(alertAbout({ number }, now));
  }
}
