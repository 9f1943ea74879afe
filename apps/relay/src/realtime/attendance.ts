import type { AgentFace } from "@shopbell/protocol";
import { afresh } from "../afresh.ts";
import { Elsewhere } from "../availability/elsewhere.ts";
import { Presence } from "../availability/presence.ts";
import type { PresenceBoard } from "../availability/presence-board.ts";
import type { Clock } from "../clock.ts";
import { type Bus, PRESENCE_CHANNEL, plain } from "./bus.ts";

/** How often relays tell each other who is here, when nothing changes. */
const ANNOUNCE_EVERY_MS = 5_000;

export interface AttendanceOptions {
  readonly lingerMs: number;
  readonly board: PresenceBoard;
  readonly bus: Bus;
  readonly clock: Clock;
}

/**
 * Knows whose console is open on any relay, whatever they chose. Each relay tells its own when that changes: one that was cut
 * off heals by itself.
 */
export class Attendance {
  readonly #options: AttendanceOptions;
  readonly #here: Presence;
  readonly #elsewhere = new Elsewhere();
  readonly #listeners = new Set<() => void>();
  #told: string;
  #announcedAt = Number.NEGATIVE_INFINITY;
  readonly #announce = afresh(() => this.#exchange());

  constructor(options: AttendanceOptions) {
    this.#options = options;
    this.#here = new Presence(options.lingerMs);
    this.#told = this.#names();
    options.bus.subscribe(PRESENCE_CHANNEL, () => void this.#announce());
  }

  /** Each once, whoever has consoles open on several relays. */
  get people(): AgentFace[] {
    const everybody = [...this.#here.people, ...this.#elsewhere.people(this.#options.clock.steady())];
    return [...new Map(everybody.map((face) => [face.id, face])).values()];
  }

  /** Is this agent's console open on this relay? */
  isHere(agentId: string): boolean {
    return this.#here.has(agentId);
  }

  /** Calls back whenever it changes who is at the counter. */
  follow(listener: () => void): { end(): void } {
    const own = () => listener();
    this.#listeners.add(own);
    return { end: () => void this.#listeners.delete(own) };
  }

  arrive(face: AgentFace): void {
    if (this.#here.arrive(face)) void this.#change();
  }

  leave(agentId: string): void {
    this.#here.leave(agentId, this.#options.clock.steady());
  }

  /** Called with every pulse. */
  sweep(): void {
    const now = this.#options.clock.steady();
    if (this.#here.sweep(now)) void this.#change();
    else if (now - this.#announcedAt >= ANNOUNCE_EVERY_MS) void this.#announce();
    this.#tell();
  }

  /** This relay ends: nobody is at its counter. */
  async close(): Promise<void> {
    this.#listeners.clear();
    await this.#options.board.announce([]).catch(() => undefined); // what is announced ends by itself too
  }

  async #change(): Promise<void> {
    this.#tell();
    await this.#announce();
    this.#options.bus.publish(PRESENCE_CHANNEL, plain(""));
  }

  async #exchange(): Promise<void> {
    const { board, clock } = this.#options;
    this.#announcedAt = clock.steady();
    try {
      this.#elsewhere.learn(await board.announce(this.#here.people), clock.steady());
    } catch {
      return; // the board is away: what was known stays known for its time
    }
    this.#tell();
  }

  #tell(): void {
    const names = this.#names();
    if (names === this.#told) return;
    this.#told = names;
    for (const listener of this.#listeners) listener();
  }

  #names(): string {
    return JSON.stringify(this.people);
  }
}
