import type { AgentFace } from "@shopbell/protocol";
import type { Announced } from "./presence-board.ts";

/** Who is at the counters of other relays, for as long as what they last said is worth believing. */
export class Elsewhere {
  readonly #announced = new Map<string, { readonly people: readonly AgentFace[]; readonly until: number }>();

  /** A relay that is missing in what was read is believed a little longer: Redis may have lost everything. */
  learn(announced: readonly Announced[], steadyMs: number): void {
    for (const { relayId, people, validMs } of announced) {
      this.#announced.set(relayId, { people, until: steadyMs + validMs });
    }
  }

  people(steadyMs: number): AgentFace[] {
    for (const [relayId, { until }] of this.#announced) if (until <= steadyMs) this.#announced.delete(relayId);
    return [...this.#announced.values()].flatMap(({ people }) => people);
  }
}
