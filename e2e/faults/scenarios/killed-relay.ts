import type { RelayProcess } from "../../relay-process.ts";
import { DIE_AFTER_COMMIT } from "../broken/parts.ts";
import { firstAbsenceP95, percentile } from "../measures.ts";
import type { Scenario } from "../run.ts";
import { pause, until } from "../workload.ts";

const BACK_WITHIN_MS = 5_000;
/** Everybody may be away just then, each until the end of a backoff. */
const COMMIT_WITHIN_MS = 90_000;

/** F1: a relay dies again and again: at a random moment, or just between a commit and its acknowledgement. */
export function killedRelay(relays: number): Scenario {
  const restartsMs: number[] = [];
  return {
    fault: "F1",
    title: `kill -9 of one of ${relays} at random moments, and between commit and acknowledgement`,
    relays,
    preload: [DIE_AFTER_COMMIT],
    async inflict({ installation, workload, chance, rounds }) {
      for (let round = 0; round < rounds; round++) {
        await pause(chance.between(500, 3_000));
        const relay = chance.pick(installation.relays);
        await (chance.next() < 0.5 ? relay.kill() : dieAfterCommit(relay));
        const diedAt = performance.now();
        await relay.start();
        restartsMs.push(performance.now() - diedAt);
        if (round === 0) await until(() => workload.people.every(({ recording }) => recording.live), "all are back");
      }
    },
    more: ({ evidence }) => ({
      restartP50: percentile(restartsMs, 0.5),
      firstAbsenceP95: firstAbsenceP95(evidence.recordings),
    }),
    missed({ evidence }) {
      const backMs = firstAbsenceP95(evidence.recordings);
      return backMs <= BACK_WITHIN_MS ? [] : [`back after ${backMs} ms (p95)`];
    },
  };
}

async function dieAfterCommit(relay: RelayProcess): Promise<void> {
  relay.signal("SIGUSR2");
  await until(() => !relay.isRunning, "the relay has died of a commit", COMMIT_WITHIN_MS);
}
