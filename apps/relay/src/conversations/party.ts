import type { AgentFace, Author, Role } from "@shopbell/protocol";

/** A visitor, as far as the token that their end holds says. */
export interface VisitorParty {
  readonly kind: "visitor";
  readonly id: string;
  readonly siteKey: string;
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

/** Who acts, and on which authority. Authority is looked up again whenever something is stored. */
export type Party = VisitorParty | AgentParty;

/** How the other side sees who acts. */
export function authorOf(party: Party): Author {
  return party.kind === "visitor" ? { kind: "visitor" } : { kind: "agent", agent: party.face };
}
