import type { ConversationSummary, TeamMember } from "@shopbell/protocol/types";
import { useMemo } from "react";
import { tabCounts } from "../inbox/inbox-order.ts";
import { useDesk, useLineState } from "../line/desk.tsx";

/** Who has a console open, as the relay says; what I have myself is counted here, as the relay's figures come seconds later. */
export function useTeam(): readonly TeamMember[] {
  const { me } = useDesk();
  const team = useLineState((state) => state.team);
  const inbox = useLineState((state) => (state.inboxLoaded && !state.inboxMore ? state.inbox : null));
  return useMemo(() => withOwnLoad(team, inbox, me.agent.id), [team, inbox, me]);
}

/** @param inbox every open conversation, or null while not all are known */
export function withOwnLoad(
  team: readonly TeamMember[],
  inbox: Readonly<Record<string, ConversationSummary>> | null,
  me: string,
): readonly TeamMember[] {
  if (inbox === null) return team;
  const load = tabCounts(inbox, me).mine;
  return team.map((member) => (member.agent.id === me ? { ...member, load } : member));
}
