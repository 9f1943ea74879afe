import type { Look, OpeningHours, Promises, SiteFace, SiteState } from "@shopbell/protocol";
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
}

/** What holds until an owner says otherwise. */
export const DEFAULT_PROMISES: Promises = {
  chatMinutes: null,
  requestMinutes: null,
  requestsPerDay: 20,
  callsBack: false,
};

const DEFAULT_LOOK: Look = { color: "#1d4f9f", position: "end", label: null };

/** The shop that demo mode seeds. */
export const DEMO_SITE: Site = {
  key: "demo",
  name: "Lisboa Shoes",
  origins: [],
  look: DEFAULT_LOOK,
  hours: null,
  promises: DEFAULT_PROMISES,
};

/** A site as an owner begins it; undefined when one of the origins is none. */
export function newSite(key: string, name: string, origins: readonly string[], color?: string): Site | undefined {
  const canonical = origins.map(canonicalOrigin);
  if (!canonical.every((origin) => origin !== null)) return undefined;
  const look = { ...DEFAULT_LOOK, ...(color === undefined ? {} : { color }) };
  return { key, name, origins: canonical, look, hours: null, promises: DEFAULT_PROMISES };
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
  const { hours, promises } = site;
  return changed && { ...changed, hours, promises, look: { ...site.look, ...(color === undefined ? {} : { color }) } };
}

/** What everybody's bell is told of a site. */
export function faceOf({ key, name, look }: Site, state: SiteState): SiteFace {
  return { key, name, look, ...state };
}

/** The line that an owner pastes. */
export function snippetFor(publicUrl: string, siteKey: string): string {
  return `<script async src="${publicUrl}/widget.js" data-site="${siteKey}"></script>`;
}
