import type { AgentFace, Author, Role } from "@shopbell/protocol";

/** A visitor. Without a token it is the relay that vouches: it has checked a private link, a form or a mail. */
export interface VisitorParty {
  readonly kind: "visitor";
  readonly id: string;
  readonly siteKey: string;
  readonly tokenHash: string | null;
}

/** A visitor, as far as the token that their end holds says. */
export interface TokenHolder extends VisitorParty {
  readonly tokenHash: string;
}

/** An agent, as far as the sign-in of their browser says. */
export interface AgentParty {
  readonly kind: "agent";
  readonly id: string;
  readonly face: AgentFace;
  readonly role: Role;
  readonly signInId: string;
}

/** The shop's own rules: what happens by itself. */
export interface RuleParty {
  readonly kind: "rule";
  readonly id: "rule";
}

export const RULE: RuleParty = { kind: "rule", id: "rule" };

/** Who acts, and on which authority. Authority is looked up again whenever something is stored. */
export type Party = VisitorParty | AgentParty | RuleParty;

/** The two sides of a conversation, each with a read marker. */
export type Side = "visitor" | "agent";

/** How the other side sees who acts. */
export function authorOf(party: Party): Author {
  return party.kind === "agent" ? { kind: "agent", agent: party.face } : { kind: party.kind };
}
