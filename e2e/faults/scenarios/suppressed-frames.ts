import { FAIR } from "../network/weather.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

/** What an at-most-once bus does, seen from an end: some frames never come, and nothing says so. */
export const suppressedFrames: Scenario = {
  fault: "none",
  title: "10 % of frames never arrive",
  relays: 1,
  async inflict({ installation: { balancer }, rounds }) {
    balancer.weather = { ...FAIR, frames: { suppress: 0.1 } };
    await pause(rounds * 1_000);
    balancer.weather = FAIR;
  },
};
