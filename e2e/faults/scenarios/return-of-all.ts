import type { Scenario } from "../run.ts";
import { until } from "../workload.ts";

const BACK_WITHIN_MS = 30_000;
/** 40 kB for each of 6,000 people, on top of a relay's own 200 MB. */
const MOST_BYTES = 440_000_000;

/** F15: everybody loses the relay at once, and comes back at once. */
export function returnOfAll(): Scenario {
  let bytes = 0;
  return {
    fault: "F15",
    title: "everybody reconnects at once",
    relays: 1,
    crowded: true,
    async inflict({ installation: { relays }, workload }) {
      for (const relay of relays) {
        await relay.kill();
        await relay.start();
      }
      await until(() => workload.people.every(({ recording }) => recording.live), "everybody is back", 120_000);
      bytes = relays[0]?.residentBytes ?? 0;
    },
    more: () => ({ bytes }),
    missed: ({ measures: { absenceP95 } }) => [
      ...(absenceP95 <= BACK_WITHIN_MS ? [] : [`back after ${absenceP95} ms (p95)`]),
      ...(bytes <= MOST_BYTES ? [] : [`the relay has grown to ${bytes} bytes`]),
    ],
  };
}
