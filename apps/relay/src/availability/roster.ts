import type { AgentFace, AwayReason, TeamMember } from "@shopbell/protocol";

/** Conversations that an agent takes at once until they say otherwise. The table has the same. */
export const DEFAULT_CAPACITY = 5;

/** How an agent stands, whether they are there or not. */
export interface Standing {
  /** Why they take no chats; null is available. */
  readonly reason: AwayReason | null;
  readonly capacity: number;
  readonly isDisabled: boolean;
  /** They want a mail when a visitor finds nobody. */
  readonly wantsAlerts: boolean;
}

/** The open conversations of one site that are one agent's; of nobody, they are its queue. */
export interface Work {
  readonly siteKey: string;
  readonly assigneeId: string | null;
  readonly open: number;
  /** Those whose visitor waits. */
  readonly waiting: number;
  /** Since when the last of the chats waits that should have been answered by now; null where there is none. */
  readonly calledAt: number | null;
}

/** What is stored of all agents and of what there is to do. */
export interface Roster {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly work: readonly Work[];
}

export const EMPTY_ROSTER: Roster = { standings: new Map(), work: [] };

/** Somebody who was added after the roster was read has chosen nothing yet. */
const NEWCOMER: Standing = { reason: null, capacity: DEFAULT_CAPACITY, isDisabled: false, wantsAlerts: false };

/** Those who are there, as they stand. Who was disabled is not there any more, whatever their console says. */
export function teamOf(people: readonly AgentFace[], { standings, work }: Roster): TeamMember[] {
  return people.flatMap((agent) => {
    const { reason, capacity, isDisabled } = standings.get(agent.id) ?? NEWCOMER;
    const own = work.filter(({ assigneeId }) => assigneeId === agent.id);
    const load = own.reduce((sum, { open }) => sum + open, 0);
    return isDisabled
      ? []
      : [{ agent, availability: reason === null ? "available" : "away", reason, load, capacity } as const];
  });
}

/** How many visitors of a site wait in its queue. */
export function waitingAt(siteKey: string, { work }: Roster): number {
  const queue = work.filter((some) => some.siteKey === siteKey && some.assigneeId === null);
  return queue.reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Does anybody want a mail when a visitor finds nobody? */
export function wantsAlerts({ standings }: Roster): boolean {
  return [...standings.values()].some((standing) => standing.wantsAlerts && !standing.isDisabled);
}
