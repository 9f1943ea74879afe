import { systemClock } from "@shopbell/client/testing";
import { SKEWED_CLOCK } from "../broken/parts.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** F14: one relay of two is ahead and then behind, and every person's device is a day ahead. */
export function wrongClocks(skewMs: number): Scenario {
  return {
    fault: "F14",
    title: `one relay's clock ±${skewMs / HOUR_MS} h, everybody's device a day ahead`,
    relays: 2,
    preload: [SKEWED_CLOCK],
    env: async (relay) => (relay === 0 ? { SKEW_MS: String(skewMs) } : {}),
    habits: { clock: { ...systemClock, wall: () => Date.now() + DAY_MS } },
    async inflict({ installation: { relays }, rounds }) {
      await pause(rounds * 500);
      relays[0]?.signal("SIGUSR2");
      await pause(rounds * 500);
    },
    missed: ({ evidence }) =>
      evidence.stored.conversations
        .filter(({ entries }) => entries.some(({ at }, index) => at < (entries[index - 1]?.at ?? 0)))
        .map(({ id }) => `time went back in ${id}`),
  };
}
