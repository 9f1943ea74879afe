import type { SiteCard } from "@shopbell/protocol/types";

/** The site whose bell was heard of last, or null when none ever was. */
export function latestSeen(sites: readonly SiteCard[]): (SiteCard & { seenAt: number }) | null {
  let latest: (SiteCard & { seenAt: number }) | null = null;
  for (const site of sites) {
    if (site.seenAt !== null && site.seenAt > (latest?.seenAt ?? -1)) latest = { ...site, seenAt: site.seenAt };
  }
  return latest;
}
