import * as z from "zod";

const SearchId = z.uuid();

/** The id of a search, as an address or a form carries it along; empty is none. */
export function searchIdIn(text: unknown): string {
  return SearchId.safeParse(text).data ?? "";
}
