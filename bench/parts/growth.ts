import type { Step, StepResult } from "../plan.ts";
import { withPrepared } from "../prepared-folder.ts";
import { runTrial } from "../trial.ts";
import { EMBEDDED } from "../variants.ts";
import { type Figures, figures } from "./messages.ts";

export const STORED = [1_000, 100_000, 1_000_000] as const;

/** What one message costs with so many conversations stored, in the order of STORED. */
export type GrowthRound = readonly Figures[];

const STEPS: readonly Step[] = [
  { kind: "rate", perSecond: 100, seconds: 4 }, // reads every page that is needed
  { kind: "rate", perSecond: 2_000, seconds: 2 }, // warms both ends up
  { kind: "rate", perSecond: 2_000, seconds: 2 },
  { kind: "saturation", warmUpSeconds: 1, seconds: 2 },
];

/** The same talk on databases of several sizes, one directly after the other in each round. */
export function measureGrowth(rounds: number, count: (round: number) => void): Promise<GrowthRound[]> {
  return withAll(STORED, async (folders) => {
    const done: GrowthRound[] = [];
    while (done.length < rounds) {
      count(done.length + 1);
      const round: Figures[] = [];
      for (const [index, dataDir] of folders.entries())
        round.push(await talkIn(dataDir, STORED[index] ?? 0, done.length));
      done.push(round);
    }
    return done;
  });
}

/** Folders prepared with each of these numbers of conversations. */
function withAll<T>(numbers: readonly number[], use: (folders: readonly string[]) => Promise<T>): Promise<T> {
  const [first, ...rest] = numbers;
  if (first === undefined) return use([]);
  return withPrepared(first, (folder) => withAll(rest, (others) => use([folder, ...others])));
}

async function talkIn(dataDir: string, prepared: number, round: number): Promise<Figures> {
  const cast = { visitors: 200, agents: 1, hears: "entries", prepared, round } as const;
  return figures(await runTrial<StepResult[]>(EMBEDDED, { kind: "talk", cast, steps: STEPS }, { DATA_DIR: dataDir }));
}
