import type { AgentFace, Look, SiteFace } from "@shopbell/protocol";
import { availabilityOf } from "../availability/availability.ts";
import { canonicalOrigin } from "./allowed-origins.ts";

/** One shop that embeds the widget. */
export interface Site {
  readonly key: string;
  readonly name: string;
  readonly origins: readonly string[];
  readonly look: Look;
}

const DEFAULT_LOOK: Look = { color: "#1d4f9f", position: "end", label: null };

/** The shop that demo mode seeds. */
export const DEMO_SITE: Site = { key: "demo", name: "Lisboa Shoes", origins: [], look: DEFAULT_LOOK };

/** A site as an owner begins it; undefined when one of the origins is none. */
export function newSite(key: string, name: string, origins: readonly string[], color?: string): Site | undefined {
  const canonical = origins.map(canonicalOrigin);
  if (!canonical.every((origin) => origin !== null)) return undefined;
  return { key, name, origins: canonical, look: { ...DEFAULT_LOOK, ...(color === undefined ? {} : { color }) } };
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
  return changed && { ...changed, look: { ...site.look, ...(color === undefined ? {} : { color }) } };
}

/** What everybody's bell is told of a site. */
export function faceOf({ key, name, look }: Site, people: AgentFace[]): SiteFace {
  return { key, name, look, availability: availabilityOf(people), people };
}

/** The line that an owner pastes. */
export function snippetFor(publicUrl: string, siteKey: string): string {
  return `<script async src="${publicUrl}/widget.js" data-site="${siteKey}"></script>`;
}
