import { nextAckMs, refusals } from "../measures.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const BACK_WITHIN_MS = 5_000;
const SECOND_MS = 1_000;

/** F6: Postgres is killed and restarted, three times, and then stands still. */
export function lostPostgres(): Scenario {
  const backAt: number[] = [];
  return {
    fault: "F6",
    title: "Postgres kill -9, restart, SIGSTOP",
    relays: 2,
    async inflict({ installation: { postgres }, rounds, chance }) {
      if (postgres === undefined) throw new Error("there is no Postgres");
      for (let kill = 0; kill < 3; kill++) {
        await pause(chance.between(SECOND_MS, 3 * SECOND_MS));
        await postgres.kill();
        await pause(SECOND_MS);
        await postgres.restart();
        backAt.push(performance.now());
      }
      await pause(2 * SECOND_MS);
      postgres.pause();
      await pause(rounds * SECOND_MS);
      postgres.resume();
      backAt.push(performance.now());
      await pause(BACK_WITHIN_MS);
    },
    missed({ evidence: { recordings } }) {
      const late = backAt.map((at) => nextAckMs(recordings, at)).filter((ms) => ms > BACK_WITHIN_MS);
      const refused = refusals(recordings);
      return [
        ...late.map((ms) => `the first message after Postgres was back took ${ms} ms`),
        ...(refused === 0 ? [] : [`${refused} messages were refused for good`]),
      ];
    },
  };
}
