import type { HelpCentre, Look, OpeningHours, Promises, SiteFace, SiteState, Way } from "@shopbell/protocol";
import { canonicalOrigin } from "./allowed-origins.ts";

/** One shop that embeds the widget. */
export interface Site {
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly look: Look;
  /** Null: none are announced. */
  readonly hours: OpeningHours | null;
  readonly promises: Promises;
  readonly help: HelpCentre;
  readonly ways: readonly Way[];
  /** Where orders are looked up, without what opens it. */
  readonly findsOrders: boolean;
  /** Grows with everything that is written and published. 0: there is no answer yet. */
  readonly answersVersion: number;
}

/** What holds until an owner says otherwise. */
export const DEFAULT_PROMISES: Promises = {
  chatMinutes: null,
  requestMinutes: null,
  requestsPerDay: 20,
  callsBack: false,
};

export const DEFAULT_HELP: HelpCentre = {
  locales: ["en"],
  url: null,
  shopUrl: null,
  publicQuestions: false,
  holds: true,
};

/** What a site has before anybody has said more of it. */
const AT_FIRST = {
  hours: null,
  promises: DEFAULT_PROMISES,
  help: DEFAULT_HELP,
  ways: [],
  findsOrders: false,
  answersVersion: 0,
} as const;

const DEFAULT_LOOK: Look = { color: "#1d4f9f", position: "end", label: null };

/** The shop that demo mode seeds. */
export const DEMO_SITE: Site = {
  key: "demo",
  name: "Lisboa Shoes",
  origins: [],
  look: DEFAULT_LOOK,
  ...AT_FIRST,
};

/** A site as an owner begins it; undefined when one of the origins is none. */
export function newSite(key: string, name: string, origins: readonly string[], color?: string): Site | undefined {
  const canonical = origins.map(canonicalOrigin);
  if (!canonical.every((origin) => origin !== null)) return undefined;
  const look = { ...DEFAULT_LOOK, ...(color === undefined ? {} : { color }) };
  return { ...AT_FIRST, key, name, origins: canonical, look };
}

/** Where a site's help centre is served beside the relay's own address: nowhere, or at the origin that its owner names. */
export function centreOrigins({ help }: Pick<Site, "help">): string[] {
  const origin = help.url === null ? null : canonicalOrigin(help.url);
  return origin === null ? [] : [origin];
}

/** What an owner may change of a site. */
export interface SiteChanges {
  readonly name?: string | undefined;
  readonly origins?: readonly string[] | undefined;
  readonly color?: string | undefined;
}

/** A site after a change; undefined when one of the new origins is none. */
export function changeSite(site: Site, { name, origins, color }: SiteChanges): Site | undefined {
  const changed = newSite(site.key, name ?? site.name, origins ?? site.origins);
  const look = { ...site.look, ...(color === undefined ? {} : { color }) };
  return changed && { ...site, name: changed.name, origins: changed.origins, look };
}

/** What everybody's bell is told of a site. */
export function faceOf(site: Site, state: SiteState): SiteFace {
  const { key, name, look, ways, findsOrders, answersVersion } = site;
  return { key, name, look, helps: answersVersion > 0 || findsOrders || ways.length > 0, ...state };
}

/** The line that an owner pastes. */
export function snippetFor(publicUrl: string, siteKey: string): string {
  return `<script async src="${publicUrl}/widget.js" data-site="${siteKey}"></script>`;
}
