import type { Conversation } from "./conversation.ts";
import type { Party } from "./party.ts";

declare const reached: unique symbol;

/** A conversation that somebody may read and write. Only `reach` makes one. */
export type Reached = Conversation & { readonly [reached]: true };

/**
 * The single gate: turns what an id led to into a conversation of this party, or into nothing (K1, K2).
 *
 * A visitor reaches their own, an agent and the shop's own rules those of every site. Somebody else's looks like one that does not exist.
 */
export function reach(party: Party, found: Conversation | undefined): Reached | undefined {
  if (found === undefined) return undefined;
  return mayReach(party, found) ? (found as Reached) : undefined;
}

function mayReach(party: Party, conversation: Conversation): boolean {
  switch (party.kind) {
    case "agent":
    case "rule":
      return true;
    case "visitor":
      return conversation.visitor.id === party.id && conversation.site.key === party.siteKey;
  }
}
