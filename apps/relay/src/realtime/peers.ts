import { CLOSE } from "@shopbell/protocol/limits";
import type { AgentStore } from "../agents/agent-store.ts";
import type { Clock } from "../clock.ts";
import type { TokenHolder } from "../conversations/party.ts";
import { RECHECK_EVERY_MS } from "../limits.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { AgentPeer } from "./agent-peer.ts";
import type { Peer } from "./peer.ts";
import { VisitorPeer } from "./visitor-peer.ts";

type AnyPeer = Pick<Peer, "pulse" | "leave" | "close" | "isClosed" | "send" | "sink" | "watches" | "refill">;

/** A visitor who was welcomed. */
export interface WelcomedVisitor {
  readonly peer: VisitorPeer;
  readonly party: TokenHolder;
}

/** Everybody who is connected now. */
export class Peers {
  readonly #peers = new Set<AnyPeer>();
  readonly #agents: AgentStore;
  readonly #clock: Clock;
  readonly #fault: (error: unknown) => void;
  #recheckedAt = 0;

  constructor(agents: AgentStore, clock: Clock, fault: (error: unknown) => void) {
    this.#agents = agents;
    this.#clock = clock;
    this.#fault = fault;
  }

  get all(): Iterable<AnyPeer> {
    return this.#peers;
  }

  /** Every visitor who was welcomed. */
  get visitors(): WelcomedVisitor[] {
    return [...this.#peers].flatMap((peer) =>
      peer instanceof VisitorPeer && peer.party ? [{ peer, party: peer.party }] : [],
    );
  }

  add(peer: AnyPeer): void {
    this.#peers.add(peer);
  }

  remove(peer: AnyPeer): void {
    this.#peers.delete(peer);
    peer.leave();
    if (peer instanceof AgentPeer && peer.takeWrote()) this.#agents.touch([peer.signInId]).catch(this.#fault);
  }

  /** Called once a second: timeouts and heartbeats. */
  pulse(): void {
    for (const peer of this.#peers) peer.pulse();
  }

  /** The same, for whether the agents' sign-ins still stand. */
  readonly recheckWhenDue = oneAtATime(async () => {
    const now = this.#clock.steady();
    if (now - this.#recheckedAt < RECHECK_EVERY_MS) return;
    this.#recheckedAt = now;
    await this.recheck();
  });

  /** K3: closes the sockets of agents whose sign-in was revoked or has ended, or who were disabled. */
  async recheck(): Promise<void> {
    const agents = [...this.#peers].filter((peer) => peer instanceof AgentPeer);
    const used = agents.filter((agent) => agent.takeWrote()).map(({ signInId }) => signInId);
    if (used.length > 0) await this.#agents.touch(used);
    const standing = await this.#agents.standing([...new Set(agents.map(({ signInId }) => signInId))]);
    for (const agent of agents) if (!standing.has(agent.signInId)) agent.close(CLOSE.unauthorized);
  }
}
