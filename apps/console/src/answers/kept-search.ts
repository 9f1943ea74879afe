import type { DeskSearch } from "../app/search.ts";
import type { AnswersSearch } from "./site.tsx";

/** What stays in the address from page to page: the shop, and what lies on the board. With what an editor began does not. */
export function keptSearch({ tab, open, site }: DeskSearch & AnswersSearch): DeskSearch & AnswersSearch {
  return { tab, open, site };
}
