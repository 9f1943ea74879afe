import { deliveryTimes, percentile } from "../measures.ts";
import type { Result, Scenario } from "../run.ts";
import { pause, until } from "../workload.ts";

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
    async inflict({ installation: { balancer }, workload, rounds }) {
      const readers = Array.from({ length: READERS }, (_, index) => {
        const agent = workload.agents[index % workload.agents.length];
        if (agent === undefined) throw new Error("there is no agent");
        const reader = agent.onAnotherDevice(workload.hostOf(5, index));
        reader.line.start();
        return reader;
      });
      await until(() => readers.every(({ recording }) => recording.live), "the readers are connected");
      phases.readingFrom = performance.now();
      await pause(rounds * 1_000);
      for (const { identity } of readers) balancer.stopReading(identity.host);
      phases.pausedFrom = performance.now();
      await pause(rounds * 1_000);
      phases.until = performance.now();
      for (const reader of readers) reader.leave();
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
