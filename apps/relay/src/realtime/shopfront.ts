import type { AwayReason, SiteState, TeamMember } from "@shopbell/protocol";
import { stateWith } from "../availability/availability.ts";
import type { Attendance } from "./attendance.ts";
import { encode } from "./encode.ts";

/** What each shop says of itself, and who is there: to visitors, to bells and to agents. */
export class Shopfront {
  readonly #attendance: Attendance;

  constructor(attendance: Attendance) {
    this.#attendance = attendance;
  }

  stateOf(_siteKey: string): SiteState {
    return stateWith(this.#attendance.people);
  }

  get team(): TeamMember[] {
    return this.#attendance.people.map((agent) => ({
      agent,
      availability: "available",
      reason: null,
      load: 0,
      capacity: 5,
    }));
  }

  /** Calls back with the frame that says what the site says of itself, whenever that changes. */
  follow(siteKey: string, listener: (frame: string) => void): { end(): void } {
    return this.#attendance.follow(() =>
      listener(encode({ type: "availability.changed", site: this.stateOf(siteKey) })),
    );
  }

  /** Calls back with the frame that says who is there, whenever that changes. */
  followTeam(listener: (frame: string) => void): { end(): void } {
    return this.#attendance.follow(() => listener(encode({ type: "team.changed", team: this.team })));
  }

  /** By when a conversation that begins now is answered, as its visitor is told, and whether nobody is there to hear it. */
  atTheCounter(_siteKey: string, _now: number): { promisedAt: number | null; rings: boolean } {
    return { promisedAt: null, rings: false };
  }

  /** May this shop be asked to call at an instant? */
  takesCalls(_siteKey: string, _at: number): boolean {
    return false;
  }

  /** An agent takes chats (null), or does not, and why. */
  async choose(_agentId: string, _reason: AwayReason | null): Promise<void> {
    return;
  }
}
