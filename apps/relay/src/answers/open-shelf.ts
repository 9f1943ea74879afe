import { setTimeout } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import { DEFAULT_HELP, type Site } from "../sites/site.ts";
import type { Database } from "../storage/schema.ts";
import type { Shelf, SiteShelf } from "./answer.ts";
import { AnswerShelf, type Shelved } from "./shelf-site.ts";
import { readAll, readVotes } from "./shelf-store.ts";

/** Sites that are held. Of one that nobody has asked for in a while, memory is let go. */
const MOST_SITES = 100;
/** Votes may be as old as this. */
const VOTES_AGE_MS = 60_000;
/** How long whoever asks waits for what has just been published, before they get what was there before. */
const BRIEFLY_MS = 100;

export interface ShelfOptions {
  readonly db: Database;
  readonly sites: Pick<SiteDirectory, "known">;
  readonly clock: Pick<Clock, "steady">;
  /** Told when what is held could not be read again. */
  readonly fault: (error: unknown) => void;
}

/** What was read of a site. */
interface Held {
  readonly shelved: Shelved;
  readonly shelf: SiteShelf;
  readonly readAt: number;
}

/** What is published, in memory, and read again when a site says that it has changed. */
export function openShelf(options: ShelfOptions): Shelf {
  return new HeldShelves(options);
}

class HeldShelves implements Shelf {
  readonly #options: ShelfOptions;
  /** Whichever was asked for last comes last. */
  readonly #held = new Map<string, Held>();
  readonly #reading = new Map<string, Promise<Held>>();

  constructor(options: ShelfOptions) {
    this.#options = options;
  }

  async of(siteKey: string): Promise<SiteShelf> {
    const held = this.#held.get(siteKey);
    if (held === undefined) return (await this.#read(siteKey)).shelf;
    this.#hold(siteKey, held);
    if (!this.#isOld(siteKey, held)) return held.shelf;
    const late = setTimeout(BRIEFLY_MS, held, { ref: false });
    return (await Promise.race([this.#read(siteKey, held), late])).shelf;
  }

  #hold(siteKey: string, held: Held): void {
    this.#held.delete(siteKey);
    this.#held.set(siteKey, held);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= MOST_SITES) return;
      this.#held.delete(oldest);
    }
  }

  #isOld(siteKey: string, { shelved, readAt }: Held): boolean {
    return !isOf(shelved, this.#siteOf(siteKey)) || this.#options.clock.steady() - readAt >= VOTES_AGE_MS;
  }

  /** Reads once for all who ask meanwhile. @throws when that fails and nothing was held before. */
  #read(siteKey: string, before?: Held): Promise<Held> {
    const running = this.#reading.get(siteKey);
    if (running !== undefined) return running;
    const reading = this.#readNow(siteKey, before).finally(() => this.#reading.delete(siteKey));
    this.#reading.set(siteKey, reading);
    return reading;
  }

  async #readNow(siteKey: string, before: Held | undefined): Promise<Held> {
    const { db, clock, fault } = this.#options;
    const site = this.#siteOf(siteKey);
    const knowsTexts = before !== undefined && isOf(before.shelved, site);
    try {
      const shelved = await (knowsTexts ? readVotes(db, siteKey, before.shelved) : readAll(db, siteKey, site));
      const held = { shelved, shelf: new AnswerShelf(shelved), readAt: clock.steady() };
      this.#hold(siteKey, held);
      return held;
    } catch (error) {
      if (before === undefined) throw error;
      fault(error);
      return before;
    }
  }

  #siteOf(siteKey: string): Pick<Site, "answersVersion" | "help"> {
    return this.#options.sites.known(siteKey) ?? { answersVersion: 0, help: DEFAULT_HELP };
  }
}

/** Is that what the site has published by now? Its votes aside. */
function isOf({ version, locales }: Shelved, { answersVersion, help }: Pick<Site, "answersVersion" | "help">): boolean {
  return version === answersVersion && locales.join() === help.locales.join();
}
