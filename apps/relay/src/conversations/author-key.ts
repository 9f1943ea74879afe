import type { Party } from "./party.ts";

/** How an entry's author is stored. A conversation has one visitor, whose id would only make its rows longer. */
export function authorKey(party: Party): string {
  return party.kind === "visitor" ? "visitor" : party.id;
}
