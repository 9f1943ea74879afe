import type { CrowdResult, StormResult } from "../plan.ts";
import { withPrepared } from "../prepared-folder.ts";
import { runTrial } from "../trial.ts";
import { BARE, EMBEDDED, SOCKET_IO } from "../variants.ts";

const LARGEST = 10_000;
export const SIZES = [5_000, LARGEST] as const;

/** What a crowd that says nothing costs each of them, and how it comes back when all are cut off at once. */
export interface IdleRound {
  readonly bare: CrowdResult;
  readonly socketIo: CrowdResult;
  readonly own: CrowdResult;
  readonly storm: StormResult;
}

const CROWD = { kind: "crowd", sizes: SIZES } as const;
const STORM = { kind: "storm", size: LARGEST } as const;

/** Everybody is known to Shopbell and has a conversation. */
export function measureIdle(rounds: number, count: (round: number) => void): Promise<IdleRound[]> {
  return withPrepared(LARGEST, async (dataDir) => {
    const done: IdleRound[] = [];
    while (done.length < rounds) {
      count(done.length + 1);
      done.push({
        bare: await runTrial<CrowdResult>(BARE, CROWD),
        socketIo: await runTrial<CrowdResult>(SOCKET_IO, CROWD),
        own: await runTrial<CrowdResult>(EMBEDDED, CROWD, { DATA_DIR: dataDir }),
        storm: await runTrial<StormResult>(EMBEDDED, STORM, { DATA_DIR: dataDir, ARRIVALS: "as shipped" }),
      });
    }
    return done;
  });
}
