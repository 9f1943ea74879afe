import type { AgentFace } from "@shopbell/protocol";

/** Who is at the counter of another relay, and how much longer that is worth believing. */
export interface Announced {
  readonly relayId: string;
  readonly people: readonly AgentFace[];
  readonly validMs: number;
}

/** Where relays tell each other who is at their counters. */
export interface PresenceBoard {
  /** Puts up this relay's own people, and resolves to everybody's, in the same order for all. Rejects while it cannot. */
  announce(own: readonly AgentFace[]): Promise<readonly Announced[]>;
}

/** The board of an installation with one relay. */
export const LONE_BOARD: PresenceBoard = { announce: async () => [] };
