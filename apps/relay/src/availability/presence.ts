import type { AgentFace } from "@shopbell/protocol";

interface Present {
  readonly face: AgentFace;
  sockets: number;
  /** When the last socket went; meaningless while there is one. */
  leftAt: number;
}

/** Which agents are here: a socket is open, or was within the time that a reload takes. Arrival order. */
export class Presence {
  readonly #lingerMs: number;
  readonly #present = new Map<string, Present>();

  constructor(lingerMs: number) {
    this.#lingerMs = lingerMs;
  }

  get people(): AgentFace[] {
    return [...this.#present.values()].map(({ face }) => face);
  }

  has(agentId: string): boolean {
    return this.#present.has(agentId);
  }

  /** Returns whether the people here changed. */
  arrive(face: AgentFace): boolean {
    const known = this.#present.get(face.id);
    this.#present.set(face.id, { face, sockets: (known?.sockets ?? 0) + 1, leftAt: 0 });
    return known === undefined || known.face.name !== face.name || known.face.photo !== face.photo;
  }

  leave(agentId: string, steadyMs: number): void {
    const known = this.#present.get(agentId);
    if (known === undefined) return;
    known.sockets -= 1;
    known.leftAt = steadyMs;
  }

  /** Forgets who left long enough ago. Returns whether the people here changed. */
  sweep(steadyMs: number): boolean {
    const before = this.#present.size;
    for (const [id, { sockets, leftAt }] of this.#present) {
      if (sockets === 0 && steadyMs - leftAt >= this.#lingerMs) this.#present.delete(id);
    }
    return this.#present.size !== before;
  }
}
