import type { AgentFace, Role } from "@shopbell/protocol";
import type { AgentParty } from "../conversations/party.ts";

/** A person who answers; an owner is an agent who may change settings. */
export interface Agent {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly photo: string | null;
  readonly role: Role;
  /** Conversations that they take at once. */
  readonly capacity: number;
  /** Wants to be mailed when a visitor finds nobody. */
  readonly mailAlerts: boolean;
}

/** A browser in which an agent is signed in. */
export interface SignedIn {
  readonly signInId: string;
  readonly agent: Agent;
}

/** The public side of an agent. */
export function faceOf({ id, name, photo }: Agent): AgentFace {
  return { id, name, photo };
}

/** An agent as they act, on the authority of a sign-in. */
export function partyOf({ agent, signInId }: SignedIn): AgentParty {
  return { kind: "agent", id: agent.id, face: faceOf(agent), role: agent.role, signInId };
}
