import type { RelayProcess } from "../../relay-process.ts";
import { DIE_AFTER_COMMIT } from "../broken/parts.ts";
import type { Scenario } from "../run.ts";
import { pause, until } from "../workload.ts";

const BACK_WITHIN_MS = 5_000;

/** F1: a relay dies again and again: at a random moment, or just between a commit and its acknowledgement. */
export function killedRelay(relays: number): Scenario {
  return {
    fault: "F1",
    title: `kill -9 of one of ${relays} at random moments, and between commit and acknowledgement`,
    relays,
    preload: [DIE_AFTER_COMMIT],
    async inflict({ installation, chance, rounds }) {
      for (let round = 0; round < rounds; round++) {
        await pause(chance.between(500, 3_000));
        const relay = chance.pick(installation.relays);
        await (chance.next() < 0.5 ? relay.kill() : dieAfterCommit(relay));
        await relay.start();
      }
    },
    missed: ({ measures: { absenceP95 } }) =>
      absenceP95 <= BACK_WITHIN_MS ? [] : [`back after ${absenceP95} ms (p95)`],
  };
}

async function dieAfterCommit(relay: RelayProcess): Promise<void> {
  relay.signal("SIGUSR2");
  await until(() => !relay.isRunning, "the relay has died of a commit");
}
