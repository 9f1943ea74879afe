import { FULL_DISK } from "../broken/parts.ts";
import { nextAckMs, refusals } from "../measures.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const RECOVERS_WITHIN_MS = 5_000;

/** F8: the disk is full for a while. What is there can be read; what is written waits for room. */
export function fullDisk(): Scenario {
  let roomAt = 0;
  return {
    fault: "F8",
    title: "disk full",
    relays: 1,
    preload: [FULL_DISK],
    async inflict({ installation: { relays }, workload, rounds }) {
      await pause(1_000);
      for (const relay of relays) relay.signal("SIGUSR2");
      await pause(rounds * 1_000);
      await workload.freshLoads();
      for (const relay of relays) relay.signal("SIGUSR2");
      roomAt = performance.now();
      await pause(RECOVERS_WITHIN_MS);
    },
    missed({ evidence: { recordings } }) {
      const recoveredMs = nextAckMs(recordings, roomAt);
      const refused = refusals(recordings);
      const isPutOff = recordings.some(({ putOff }) => putOff.includes("storage-failed"));
      return [
        ...(isPutOff ? [] : ["nobody was told that nothing can be stored"]),
        ...(recoveredMs <= RECOVERS_WITHIN_MS ? [] : [`the first message after there was room took ${recoveredMs} ms`]),
        ...(refused === 0 ? [] : [`${refused} messages were refused for good`]),
      ];
    },
  };
}
