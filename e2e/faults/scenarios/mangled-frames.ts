import { FAIR } from "../network/weather.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

/** F13: 5 % of all frames, in both directions, come twice, late, cut short, or once more after others. */
export const mangledFrames: Scenario = {
  fault: "F13",
  title: "5 % of frames duplicated, reordered, truncated, replayed",
  relays: 1,
  async inflict({ installation: { balancer }, rounds }) {
    const share = 0.05 / 4;
    balancer.weather = { ...FAIR, frames: { duplicate: share, reorder: share, truncate: share, replay: share } };
    await pause(rounds * 1_000);
    balancer.weather = FAIR;
  },
};
