import type { KeptStore } from "../availability/kept-store.ts";
import { minutesByDay } from "../availability/minutes.ts";
import type { Clock } from "../clock.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { RosterFeed } from "./roster-feed.ts";

const MINUTE_MS = 60_000;
/** Hours were announced while no relay ran to keep them; further back nobody is called to account. */
const MAX_MISSED_MINUTES = 1_440;

export interface HoursKeptOptions {
  readonly store: KeptStore;
  readonly roster: Pick<RosterFeed, "team">;
  readonly sites: SiteDirectory;
  readonly clock: Clock;
  /** Called once a minute, on one of all relays. */
  readonly minutePassed: () => Promise<void>;
}

/** Records, minute by minute, whether somebody was there who took chats while a shop was announced to be open. */
export class HoursKept {
  readonly #options: HoursKeptOptions;
  /** Minutes not recorded yet in which somebody was there. */
  readonly #attended = new Set<number>();
  /** Undefined until the first pulse: what was before that other relays have seen, if any did, and they go first. */
  #recordedUntil: number | undefined;
  readonly #record = oneAtATime(() => this.#recordPast());

  constructor(options: HoursKeptOptions) {
    this.#options = options;
  }

  /** Called with every pulse. A minute is recorded when it is over. */
  async pulse(): Promise<void> {
    const minute = this.#minute();
    if (this.#options.roster.team.some(({ availability }) => availability === "available")) this.#attended.add(minute);
    this.#recordedUntil ??= minute;
    if (minute > this.#recordedUntil) await this.#record();
  }

  async #recordPast(): Promise<void> {
    const { store, sites, minutePassed } = this.#options;
    const until = this.#minute();
    const claimed = await store.claim(until);
    if (claimed !== undefined) {
      const from = Math.max(claimed, until - MAX_MISSED_MINUTES);
      for (const key of sites.keys) {
        const hours = sites.known(key)?.hours;
        if (hours) await store.add(key, minutesByDay(hours, from, until, this.#attended));
      }
      await minutePassed();
    }
    this.#recordedUntil = until;
    for (const minute of this.#attended) if (minute < until) this.#attended.delete(minute);
  }

  #minute(): number {
    return Math.floor(this.#options.clock.now() / MINUTE_MS);
  }
}
