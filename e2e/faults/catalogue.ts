import { killedWriter } from "./disk/killed-writer.ts";
import { powerLoss } from "./disk/power-loss.ts";
import { run, type Scenario } from "./run.ts";
import { badNetwork } from "./scenarios/bad-network.ts";
import { deafRelay } from "./scenarios/deaf-relay.ts";
import { fullDisk } from "./scenarios/full-disk.ts";
import { halfOpen } from "./scenarios/half-open.ts";
import { killedRelay } from "./scenarios/killed-relay.ts";
import { lostPostgres } from "./scenarios/lost-postgres.ts";
import { lostRedis } from "./scenarios/lost-redis.ts";
import { mangledFrames } from "./scenarios/mangled-frames.ts";
import { pausedReaders } from "./scenarios/paused-readers.ts";
import { returnOfAll } from "./scenarios/return-of-all.ts";
import { rollingRestart } from "./scenarios/rolling-restart.ts";
import { soak } from "./scenarios/soak.ts";
import { DAY_MS, HOUR_MS, wrongClocks } from "./scenarios/wrong-clocks.ts";
import { BUSY, FULL, STORM, VISITORS_ONLY } from "./sizes.ts";
import type { Size } from "./workload.ts";

/** How a fault run ended. */
interface Report {
  /** Sentences; empty when it passed. */
  readonly faults: readonly string[];
  /** What was counted and measured. */
  readonly measures: object;
  /** What the network did, for a look at a run that failed. */
  readonly mishaps: readonly object[];
}

/** One line of delivery.md's table, in its full size. */
export interface Fault {
  readonly fault: string;
  readonly title: string;
  /** @param minutes that there are for it at least; only what watches something grow makes use of them */
  play(seed: number, minutes: number): Promise<Report>;
}

type Rounds = number | ((minutes: number) => number);

function scenario(make: () => Scenario, rounds: Rounds, size: Size = FULL): Fault {
  const { fault, title } = make();
  return {
    fault,
    title,
    async play(seed, minutes) {
      const count = typeof rounds === "number" ? rounds : rounds(minutes);
      const { violations, missed, measures, mishaps } = await run(make(), { seed, rounds: count, size });
      const faults = [...violations.map(({ invariant, what }) => `${invariant}: ${what}`), ...missed];
      return { faults, measures, mishaps };
    },
  };
}

/** F18 is in browsers: `e2e/tabs.test.ts`, `page-cache.test.ts`, `lost-network.test.ts`. F19 is about mail. */
export const FAULTS: readonly Fault[] = [
  scenario(() => killedRelay(1), 50),
  scenario(() => killedRelay(3), 100),
  scenario(() => rollingRestart, 3),
  scenario(() => lostRedis, 60),
  scenario(deafRelay, 20),
  scenario(lostPostgres, 30),
  scenario(fullDisk, 20),
  {
    fault: "F9",
    title: "kill -9 of what stores, 1,000 times",
    async play(seed) {
      const { faults, ...measures } = await killedWriter({ seed, kills: 1_000 });
      return { faults, measures, mishaps: [] };
    },
  },
  {
    fault: "F10",
    title: "power loss at 1,000 moments",
    async play(seed) {
      const { faults, ...measures } = await powerLoss({ seed, points: 1_000 });
      return { faults, measures, mishaps: [] };
    },
  },
  scenario(() => halfOpen, 10),
  scenario(() => badNetwork, 600),
  scenario(() => mangledFrames, 60),
  scenario(() => wrongClocks(HOUR_MS), 30),
  scenario(() => wrongClocks(2 * DAY_MS), 30, VISITORS_ONLY),
  scenario(returnOfAll, 1, STORM),
  scenario(pausedReaders, 30, BUSY),
  scenario(soak, (minutes) => Math.max(600, minutes * 60)),
];
