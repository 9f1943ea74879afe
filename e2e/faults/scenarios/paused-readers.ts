import { deliveryTimes, percentile } from "../measures.ts";
import { Readers } from "../people/readers.ts";
import type { Result, Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const READERS = 100;
const MOST_RATIO = 1.2;
/** Reading and paused in turn, with readers anew each time: the machine is never as busy as it was a minute ago. */
const TURNS = 3;

const SECOND = 1_000;

type Span = readonly [from: number, until: number];

/** F16: a hundred consoles stop reading what the relay sends them. Do the others notice? */
export function pausedReaders(): Scenario {
  const reading: Span[] = [];
  const paused: Span[] = [];
  const p99s = ({ evidence: { recordings } }: Result) => ({
    readingP99: usualP99(recordings, reading),
    pausedP99: usualP99(recordings, paused),
  });
  return {
    fault: "F16",
    title: "100 paused readers",
    relays: 1,
    async inflict({ installation: { relays, cookies }, rounds }) {
      const signIns = Array.from({ length: READERS }, (_, index) => cookies[index % cookies.length] ?? "");
      const span = async (): Promise<Span> => {
        const from = performance.now();
        await pause((rounds / TURNS) * SECOND);
        return [from, performance.now()];
      };
      for (let turn = 0; turn < TURNS; turn++) {
        const readers = await Readers.start(relays[0]?.port ?? 0, signIns);
        reading.push(await span());
        readers.stopReading();
        paused.push(await span());
        readers.stop();
      }
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

/** The p99 of the median second: one second in which the whole machine stood still decides nothing. */
function usualP99(recordings: Result["evidence"]["recordings"], spans: readonly Span[]): number {
  const ofSeconds = spans.flatMap(([from, until]) =>
    Array.from({ length: Math.floor((until - from) / SECOND) }, (_, second) => {
      const begin = from + second * SECOND;
      return percentile(deliveryTimes(recordings, begin, begin + SECOND), 0.99);
    }),
  );
  return percentile(ofSeconds, 0.5);
}
