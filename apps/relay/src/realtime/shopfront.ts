import type { AwayReason, Channel, SiteState, TeamMember } from "@shopbell/protocol";
import { answersBy } from "../availability/answers-by.ts";
import { deriveState } from "../availability/availability.ts";
import { isCallTime } from "../availability/call-times.ts";
import { promisedAt } from "../availability/promised-at.ts";
import type { Clock } from "../clock.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import { DEFAULT_PROMISES } from "../sites/site.ts";
import { Announcement } from "./announcement.ts";
import { encode } from "./encode.ts";
import type { ReplyTimes } from "./reply-times.ts";
import type { RosterFeed } from "./roster-feed.ts";

export interface ShopfrontOptions {
  readonly roster: RosterFeed;
  readonly replyTimes: ReplyTimes;
  readonly sites: SiteDirectory;
  readonly clock: Clock;
  /** Does mail go out, and was it seen to arrive? */
  readonly mails: () => boolean;
}

/** What each shop says of itself, and who is there: to visitors, to bells and to agents. */
export class Shopfront {
  readonly #options: ShopfrontOptions;
  /** As of the last look: bells and visitors ask far more often than anything changes. */
  readonly #states = new Map<string, SiteState>();
  readonly #sites = new Map<string, Announcement>();
  readonly #team: Announcement;

  constructor(options: ShopfrontOptions) {
    this.#options = options;
    this.#team = new Announcement(() => encode({ type: "team.changed", team: this.team }));
    options.roster.follow(() => this.look());
  }

  stateOf(siteKey: string): SiteState {
    const known = this.#states.get(siteKey);
    if (known) return known;
    const state = this.#derive(siteKey);
    this.#states.set(siteKey, state);
    return state;
  }

  get team(): TeamMember[] {
    return this.#options.roster.team;
  }

  /** Calls back with the frame that says what the site says of itself, whenever that changes. */
  follow(siteKey: string, listener: (frame: string) => void): { end(): void } {
    const news = this.#sites.get(siteKey) ?? this.#announcementOf(siteKey);
    const following = news.follow(listener);
    return {
      end: () => {
        following.end();
        if (!news.isFollowed) this.#sites.delete(siteKey);
      },
    };
  }

  /** Calls back with the frame that says who is there, whenever that changes. */
  followTeam(listener: (frame: string) => void): { end(): void } {
    return this.#team.follow(listener);
  }

  /** By when a conversation that begins now is answered, as its visitor is told, and whether nobody is there to hear it. */
  atTheCounter(siteKey: string, channel: Channel, now: number): { promisedAt: number | null; rings: boolean } {
    const state = this.stateOf(siteKey);
    const rings = state.availability === "away";
    if (channel === "chat") return { promisedAt: promisedAt(state, now), rings };
    // Whoever is there, a mail or a form is not answered in a chat's minutes.
    const { hours = null, promises } = this.#options.sites.known(siteKey) ?? {};
    return { promisedAt: answersBy({ hours, requestMinutes: promises?.requestMinutes ?? null, now }), rings };
  }

  /** May this shop be asked to call at an instant? */
  takesCalls(siteKey: string, at: number): boolean {
    const site = this.#options.sites.known(siteKey);
    return site?.promises.callsBack === true && isCallTime(site.hours, this.#options.clock.now(), at);
  }

  /** An agent takes chats (null), or does not, and why. */
  async choose(agentId: string, reason: AwayReason | null): Promise<void> {
    await this.#options.roster.choose(agentId, reason);
  }

  /** What is stored of an agent has changed. */
  async agentChanged(): Promise<void> {
    await this.#options.roster.changed();
  }

  /** Looks at everything anew, and tells what has changed. Called with every pulse, since time itself opens and closes. */
  look(): void {
    this.#states.clear();
    this.#team.tell();
    for (const news of this.#sites.values()) news.tell();
  }

  #announcementOf(siteKey: string): Announcement {
    const news = new Announcement(() => encode({ type: "availability.changed", site: this.stateOf(siteKey) }));
    this.#sites.set(siteKey, news);
    return news;
  }

  #derive(siteKey: string): SiteState {
    const { roster, replyTimes, sites, clock, mails } = this.#options;
    const site = sites.known(siteKey);
    return deriveState({
      now: clock.now(),
      hours: site?.hours ?? null,
      promises: site?.promises ?? DEFAULT_PROMISES,
      team: this.team,
      waiting: roster.waitingAt(siteKey),
      replyMinutes: replyTimes.minutesAt(siteKey),
      mails: mails(),
      wantsAlerts: roster.wantsAlerts,
    });
  }
}
