import type { OpeningHours, Promises, SiteState, TeamMember } from "@shopbell/protocol";
import { answersBy } from "./answers-by.ts";
import { type Opening, openingAt } from "./opening-hours.ts";

/** All that a shop's state is derived from. */
export interface Facts {
  readonly now: number;
  readonly hours: OpeningHours | null;
  readonly promises: Promises;
  /** Agents whose console is open. */
  readonly team: readonly TeamMember[];
  /** Visitors who wait for a first reply. */
  readonly waiting: number;
  /** Measured minutes until a first reply, at this hour. */
  readonly replyMinutes: number | null;
  /** Mail goes out, and was seen to arrive. */
  readonly mails: boolean;
  /** An agent wants a mail when a visitor finds nobody. */
  readonly wantsAlerts: boolean;
}

/**
 * What a shop can truthfully say of itself. Who is there decides; the hours only say why nobody is, and until when.
 *
 * Somebody who is there outside the hours is there: hours promise that somebody is, they do not forbid it.
 */
export function deriveState(facts: Facts): SiteState {
  const { now, hours, promises, mails } = facts;
  const opening = hours === null ? null : openingAt(hours, now);
  const taking = facts.team.filter(({ availability }) => availability === "available");
  const attended = taking.length > 0 ? withSomebody(facts, taking) : withNobody(facts, opening);
  return {
    people: taking.toSorted((a, b) => Number(isFull(a)) - Number(isFull(b))).map(({ agent }) => agent),
    closesAt: opening?.closesAt ?? null,
    mails,
    callsBack: promises.callsBack && hours !== null,
    calls: attended.availability !== "closed" && isHeard(facts),
    ...attended,
  };
}

/** Does it reach anybody that a visitor rings? A console that is open sounds, also where its agent is away. */
function isHeard({ team, mails, wantsAlerts }: Facts): boolean {
  return team.length > 0 || (mails && wantsAlerts);
}

type Attended = Pick<SiteState, "availability" | "waitMinutes" | "opensAt" | "replyMinutes" | "answersBy">;

function withSomebody({ promises, waiting, replyMinutes }: Facts, taking: readonly TeamMember[]): Attended {
  const isBusy = taking.every(isFull);
  // Those who wait are shared among the agents, and each is measured to take as long as a first reply does.
  const turns = 1 + Math.floor(waiting / taking.length);
  return {
    availability: isBusy ? "busy" : "available",
    waitMinutes: isBusy && replyMinutes !== null ? replyMinutes * turns : null,
    opensAt: null,
    replyMinutes: replyMinutes ?? promises.chatMinutes,
    answersBy: null,
  };
}

function withNobody({ now, hours, promises }: Facts, opening: Opening | null): Attended {
  return {
    availability: opening === null || opening.isOpen ? "away" : "closed",
    waitMinutes: null,
    opensAt: opening?.opensAt ?? null,
    replyMinutes: null,
    answersBy: answersBy({ hours, requestMinutes: promises.requestMinutes, now }),
  };
}

function isFull({ load, capacity }: TeamMember): boolean {
  return load >= capacity;
}
