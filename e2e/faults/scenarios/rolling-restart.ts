import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const GAP_WITHIN_MS = 3_000;

/** F2: the relays are stopped and started one after another, as for an update. */
export const rollingRestart: Scenario = {
  fault: "F2",
  title: "rolling SIGTERM over three relays",
  relays: 3,
  async inflict({ installation, rounds }) {
    for (let round = 0; round < rounds; round++) {
      for (const relay of installation.relays) {
        await pause(1_000);
        await relay.terminate();
        await relay.start();
      }
    }
    await pause(1_000);
  },
  missed: ({ measures: { absenceP95 } }) => (absenceP95 <= GAP_WITHIN_MS ? [] : [`a gap of ${absenceP95} ms (p95)`]),
};
