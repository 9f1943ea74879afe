import type { SiteCard, SiteState } from "@shopbell/protocol";
import { afresh } from "../afresh.ts";
import { isAllowedOrigin } from "./allowed-origins.ts";
import { centreOrigins, DEMO_SITE, type Site, snippetFor } from "./site.ts";

/** When and where a bell last asked for its look. Forgotten at a restart: it is a hint, not a record. */
interface Sighting {
  readonly at: number;
  readonly origin: string;
}

/** What the directory needs to know of the relay. */
export interface DirectoryOptions {
  readonly load: () => Promise<readonly Site[]>;
  readonly demo: boolean;
  readonly publicUrl: () => string;
  readonly ownOrigins: () => readonly string[];
}

/** What a shop says of itself. */
export type StateOf = (siteKey: string) => SiteState;

/** The sites in memory: every upgrade and every bell asks for one, and there are few. */
export class SiteDirectory {
  readonly #options: DirectoryOptions;
  #sites = new Map<string, Site>();
  readonly #sightings = new Map<string, Sighting>();

  constructor(options: DirectoryOptions) {
    this.#options = options;
  }

  get keys(): Iterable<string> {
    return this.#sites.keys();
  }

  get isEmpty(): boolean {
    return this.#sites.size === 0;
  }

  /** Reads the sites again: another process may have added one. */
  readonly refresh = afresh(async () => {
    const sites = await this.#options.load();
    this.#sites = new Map(sites.map((site) => [site.key, site]));
  });

  /** A key that is not known yet may be that of a site which another process has just added. */
  async find(key: string): Promise<Site | undefined> {
    if (!this.#sites.has(key)) await this.refresh();
    return this.#sites.get(key);
  }

  /** The site as it was read last; undefined where no such key was known then. */
  known(key: string): Site | undefined {
    return this.#sites.get(key);
  }

  /**
   * May a page of this origin show this site's bell? Those of the shop, and those of its help centre, which is served by the relay, or at an
   * address that the owner names. That the relay's own origin may show every site's bell gives nobody else's page anything: on
   * that origin are our pages alone, none of which runs a script that a shop or a visitor brought.
   */
  allows(site: Site, origin: string | undefined): boolean {
    const centre = [...this.#options.ownOrigins(), ...centreOrigins(site)];
    return isAllowedOrigin([...this.#shopOrigins(site), ...centre], origin);
  }

  /** Where the shop itself is: where its owner says, else at the first page on which its bell may be; null where there is none. */
  shopAddress(site: Site): string | null {
    return site.help.shopUrl ?? this.#shopOrigins(site)[0] ?? null;
  }

  /** Keeps where a bell was seen last, on pages of the shop: the help centre's own bell says nothing about those. */
  saw(site: Site, origin: string, at: number): void {
    if (this.#shopOrigins(site).includes(origin)) this.#sightings.set(site.key, { at, origin });
  }

  /** The demo shop is served by the relay itself. */
  #shopOrigins({ key, origins }: Site): readonly string[] {
    const isDemo = this.#options.demo && key === DEMO_SITE.key;
    return isDemo ? [...origins, ...this.#options.ownOrigins()] : origins;
  }

  /** The sites as agents see them. */
  cards(stateOf: StateOf): SiteCard[] {
    return [...this.#sites.values()].map(({ key, name, origins }) => {
      const seen = this.#sightings.get(key);
      const snippet = snippetFor(this.#options.publicUrl(), key);
      const [seenAt, seenOn] = [seen?.at ?? null, seen?.origin ?? null];
      return { key, name, origins: [...origins], snippet, seenAt, seenOn, state: stateOf(key) };
    });
  }
}
