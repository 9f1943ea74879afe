import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const SAMPLE_EVERY_MS = 2_000;
const HOUR_MS = 3_600_000;
const MOST_PER_HOUR = 1_000_000;

interface Sample {
  readonly at: number;
  readonly bytes: number;
}

/** F17: people come and go, and the relay's memory is watched. Minutes tell a slope; only hours can fail. */
export function soak(): Scenario {
  const samples: Sample[] = [];
  return {
    fault: "F17",
    title: "soak with churn",
    relays: 1,
    async inflict({ installation: { relays }, workload, chance, rounds }) {
      const end = performance.now() + rounds * 1_000;
      while (performance.now() < end) {
        chance.pick(workload.people).reload();
        await pause(SAMPLE_EVERY_MS);
        samples.push({ at: performance.now(), bytes: relays[0]?.residentBytes ?? 0 });
      }
    },
    more: () => ({ bytesPerHour: bytesPerHour(samples.slice(samples.length / 2)) }),
    missed() {
      const settled = samples.filter(({ at }) => at - (samples[0]?.at ?? 0) > HOUR_MS);
      const grown = settled.length > 1 ? bytesPerHour(settled) : 0;
      return grown <= MOST_PER_HOUR ? [] : [`memory grows by ${grown} bytes an hour after the first hour`];
    },
  };
}

/** The slope, by least squares. */
function bytesPerHour(samples: readonly Sample[]): number {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const at = mean(samples.map((sample) => sample.at));
  const bytes = mean(samples.map((sample) => sample.bytes));
  const covariance = samples.reduce((sum, sample) => sum + (sample.at - at) * (sample.bytes - bytes), 0);
  const variance = samples.reduce((sum, sample) => sum + (sample.at - at) ** 2, 0);
  return Math.round((covariance / variance) * HOUR_MS);
}
