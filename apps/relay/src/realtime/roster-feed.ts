import type { AwayReason, TeamMember } from "@shopbell/protocol";
import { afresh } from "../afresh.ts";
import { EMPTY_ROSTER, type Roster, teamOf, waitingAt, wantsAlerts } from "../availability/roster.ts";
import type { RosterStore } from "../availability/roster-store.ts";
import { ANSWER_WITHIN_MS, calledInVain } from "../availability/unanswered.ts";
import type { Clock } from "../clock.ts";
import type { Attendance } from "./attendance.ts";
import { type Bus, PRESENCE_CHANNEL, plain } from "./bus.ts";

/** How often it is read how much there is to do. */
const READ_EVERY_MS = 2_000;

export interface RosterFeedOptions {
  readonly store: RosterStore;
  readonly attendance: Attendance;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly fault: (error: unknown) => void;
}

/**
 * Knows who takes chats and how many they have. Who is there is observed; what they chose is stored, so that every relay knows
 * it, and it stands until they choose again.
 */
export class RosterFeed {
  readonly #options: RosterFeedOptions;
  readonly #listeners = new Set<() => void>();
  #roster: Roster = EMPTY_ROSTER;
  #readAt = Number.NEGATIVE_INFINITY;
  /** Agents at this relay's counter who take chats, and since when. Each relay watches its own. */
  #takingSince = new Map<string, number>();
  readonly #read = afresh(() => this.#readStored());

  constructor(options: RosterFeedOptions) {
    this.#options = options;
    options.bus.subscribe(PRESENCE_CHANNEL, () => this.#read().catch(options.fault));
    options.attendance.follow(() => this.#tell());
  }

  get team(): TeamMember[] {
    return teamOf(this.#options.attendance.people, this.#roster);
  }

  waitingAt(siteKey: string): number {
    return waitingAt(siteKey, this.#roster);
  }

  /** Does anybody want a mail when a visitor finds nobody? */
  get wantsAlerts(): boolean {
    return wantsAlerts(this.#roster);
  }

  /** Calls back whenever any of this may have changed. */
  follow(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Called with every pulse. */
  async pulse(): Promise<void> {
    if (this.#options.clock.steady() - this.#readAt >= READ_EVERY_MS) await this.#read();
  }

  /** Stores that an agent takes chats (null), or does not, and why. */
  async choose(agentId: string, reason: AwayReason | null): Promise<void> {
    await this.#options.store.choose(agentId, reason);
    await this.changed();
  }

  /** What is stored of an agent has changed: every relay reads it again. */
  async changed(): Promise<void> {
    this.#options.bus.publish(PRESENCE_CHANNEL, plain(""));
    await this.#read();
  }

  async #readStored(): Promise<void> {
    const { clock, store } = this.#options;
    this.#readAt = clock.steady();
    this.#roster = await store.read(clock.now() - ANSWER_WITHIN_MS);
    this.#tell();
    await this.#setAway(calledInVain(this.#takingSince, this.#roster.work));
  }

  /** Who was called, and did nothing else meanwhile, is not there: the bell must not say so. */
  async #setAway(called: readonly string[]): Promise<void> {
    if (called.length === 0) return;
    const { bus, clock, store } = this.#options;
    const active = await store.active(called, clock.now() - ANSWER_WITHIN_MS);
    const silent = called.filter((id) => !active.has(id));
    if (silent.length === 0) return;
    await store.setUnanswered(silent);
    bus.publish(PRESENCE_CHANNEL, plain(""));
  }

  #tell(): void {
    const { attendance, clock } = this.#options;
    const taking = this.team.filter(({ agent, reason }) => reason === null && attendance.isHere(agent.id));
    this.#takingSince = new Map(taking.map(({ agent }) => [agent.id, this.#takingSince.get(agent.id) ?? clock.now()]));
    for (const listener of this.#listeners) listener();
  }
}
