import { CLOSE } from "@shopbell/protocol/limits";
import type { AgentStore } from "../agents/agent-store.ts";
import type { Clock } from "../clock.ts";
import { RECHECK_EVERY_MS } from "../limits.ts";
import { AgentPeer } from "./agent-peer.ts";
import type { Peer } from "./peer.ts";

type AnyPeer = Pick<Peer, "pulse" | "leave" | "close" | "send">;

/** Everybody who is connected now. */
export class Peers {
  readonly #peers = new Set<AnyPeer>();
  readonly #agents: AgentStore;
  readonly #clock: Clock;
  #recheckedAt = 0;

  constructor(agents: AgentStore, clock: Clock) {
    this.#agents = agents;
    this.#clock = clock;
  }

  get all(): Iterable<AnyPeer> {
    return this.#peers;
  }

  add(peer: AnyPeer): void {
    this.#peers.add(peer);
  }

  remove(peer: AnyPeer): void {
    this.#peers.delete(peer);
    peer.leave();
  }

  /** Called once a second: timeouts, heartbeats, and whether the agents' sign-ins still stand. */
  async pulse(): Promise<void> {
    for (const peer of this.#peers) peer.pulse();
    const now = this.#clock.steady();
    if (now - this.#recheckedAt < RECHECK_EVERY_MS) return;
    this.#recheckedAt = now;
    await this.recheck();
  }

  /** K3: closes the sockets of agents whose sign-in was revoked or has ended, or who were disabled. */
  async recheck(): Promise<void> {
    const agents = [...this.#peers].filter((peer) => peer instanceof AgentPeer);
    const used = agents.filter((agent) => agent.takeWrote()).map(({ signInId }) => signInId);
    if (used.length > 0) await this.#agents.touch(used);
    const standing = await this.#agents.standing([...new Set(agents.map(({ signInId }) => signInId))]);
    for (const agent of agents) if (!standing.has(agent.signInId)) agent.close(CLOSE.unauthorized);
  }
}
