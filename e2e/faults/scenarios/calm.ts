import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

/** No fault at all: whatever the checker finds here is in the relay, the client or the harness. */
export function calm(relays: number): Scenario {
  return {
    fault: "none",
    title: `no fault, ${relays} relays`,
    relays,
    inflict: ({ rounds }) => pause(rounds * 1_000),
  };
}
