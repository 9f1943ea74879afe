import type { DeskSearch } from "../app/search.ts";
import type { SiteSearch } from "../settings/site-choice.ts";

/** What stays in the address from page to page: the shop, and what lies on the board. With what an editor began does not. */
export function keptSearch({ tab, open, site }: DeskSearch & SiteSearch): DeskSearch & SiteSearch {
  return { tab, open, site };
}
