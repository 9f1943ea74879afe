import { firstReplies } from "../availability/replies-store.ts";
import { medianReplyMinutes } from "../availability/reply-time.ts";
import type { Clock } from "../clock.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Database } from "../storage/schema.ts";

const MINUTE_MS = 60_000;
const MEASURE_EVERY_MS = 5 * MINUTE_MS;
/** Replies from before say nothing of now. */
const MEASURED_MS = 8 * 7 * 24 * 60 * MINUTE_MS;

export interface ReplyTimesOptions {
  readonly db: Database;
  readonly sites: SiteDirectory;
  readonly clock: Clock;
}

/** How long each shop takes for a first reply at this hour: measured, never made up. */
export class ReplyTimes {
  readonly #options: ReplyTimesOptions;
  readonly #minutes = new Map<string, number | null>();
  #measuredAt = Number.NEGATIVE_INFINITY;
  /** Called with every pulse. */
  readonly pulse = oneAtATime(() => this.#measureWhenDue());

  constructor(options: ReplyTimesOptions) {
    this.#options = options;
  }

  /** Null where too little was measured. */
  minutesAt(siteKey: string): number | null {
    return this.#minutes.get(siteKey) ?? null;
  }

  async #measureWhenDue(): Promise<void> {
    const { db, sites, clock } = this.#options;
    if (clock.steady() - this.#measuredAt < MEASURE_EVERY_MS) return;
    this.#measuredAt = clock.steady();
    for (const key of sites.keys) {
      const now = clock.now();
      const replies = await firstReplies(db, key, now - MEASURED_MS);
      this.#minutes.set(key, medianReplyMinutes(replies, now, sites.known(key)?.hours?.timeZone ?? "UTC"));
    }
  }
}
