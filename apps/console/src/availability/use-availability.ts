import type { AgentAvailability, TeamMember } from "@shopbell/protocol/types";
import { useDesk, useLineState } from "../line/desk.tsx";
import { useTeam } from "./use-team.ts";

/** This agent, or null before the relay was heard. */
export function useOwnPlace(): TeamMember | null {
  const { me } = useDesk();
  return useTeam().find(({ agent }) => agent.id === me.agent.id) ?? null;
}

export interface OwnAvailability {
  /** Null while nobody can say: before the first welcome, and without a connection. */
  readonly now: AgentAvailability | null;
  choose(availability: AgentAvailability): void;
}

/** Whether this agent takes chats, as the relay says, and how to change it. */
export function useAvailability(): OwnAvailability {
  const { line } = useDesk();
  const place = useOwnPlace();
  const live = useLineState((state) => state.status === "live");
  return {
    now: live && place ? place.availability : null,
    choose: (availability) => line.setAvailability(availability),
  };
}
