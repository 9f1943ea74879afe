import type { AgentFace } from "@shopbell/protocol";
import { availabilityOf } from "../availability/availability.ts";
import { Presence } from "../availability/presence.ts";
import type { Clock } from "../clock.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import { type Bus, siteChannel } from "./bus.ts";
import { encode } from "./encode.ts";

/** Knows who is at the counter, and tells the visitors of every site when that changes. */
export class Attendance {
  readonly #presence: Presence;
  readonly #sites: SiteDirectory;
  readonly #bus: Bus;
  readonly #clock: Clock;

  constructor(lingerMs: number, sites: SiteDirectory, bus: Bus, clock: Clock) {
    this.#presence = new Presence(lingerMs);
    this.#sites = sites;
    this.#bus = bus;
    this.#clock = clock;
  }

  get people(): AgentFace[] {
    return this.#presence.people;
  }

  arrive(face: AgentFace): void {
    if (this.#presence.arrive(face)) this.#publish();
  }

  leave(agentId: string): void {
    this.#presence.leave(agentId, this.#clock.steady());
  }

  /** Called with every pulse. */
  sweep(): void {
    if (this.#presence.sweep(this.#clock.steady())) this.#publish();
  }

  #publish(): void {
    const people = this.people;
    const frame = encode({ type: "availability.changed", availability: availabilityOf(people), people });
    for (const key of this.#sites.keys) {
      this.#bus.publish(siteChannel(key), { frame, seq: null, except: null, lossy: true });
    }
  }
}
