import { deliveryTimes, percentile } from "../measures.ts";
import { Readers } from "../people/readers.ts";
import type { Result, Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const READERS = 100;
const MOST_RATIO = 1.2;

/** F16: a hundred consoles stop reading what the relay sends them. Do the others notice? */
export function pausedReaders(): Scenario {
  const phases = { readingFrom: 0, pausedFrom: 0, until: 0 };
  const p99s = ({ evidence: { recordings } }: Result) => ({
    readingP99: percentile(deliveryTimes(recordings, phases.readingFrom, phases.pausedFrom), 0.99),
    pausedP99: percentile(deliveryTimes(recordings, phases.pausedFrom, phases.until), 0.99),
  });
  return {
    fault: "F16",
    title: "100 paused readers",
    relays: 1,
    async inflict({ installation: { relays, cookies }, rounds }) {
      const signIns = Array.from({ length: READERS }, (_, index) => cookies[index % cookies.length] ?? "");
      const readers = await Readers.start(relays[0]?.port ?? 0, signIns);
      phases.readingFrom = performance.now();
      await pause(rounds * 1_000);
      readers.stopReading();
      phases.pausedFrom = performance.now();
      await pause(rounds * 1_000);
      phases.until = performance.now();
      readers.stop();
    },
    more: p99s,
    missed(result) {
      const { readingP99, pausedP99 } = p99s(result);
      return pausedP99 <= readingP99 * MOST_RATIO
        ? []
        : [`others waited ${pausedP99} ms instead of ${readingP99} (p99)`];
    },
  };
}
