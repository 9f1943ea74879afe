import type { HalfOpen } from "../network/balancer.ts";
import type { Scenario } from "../run.ts";
import { pause, until } from "../workload.ts";

const NOTICED_WITHIN_MS = 35_000;
/** A person is seen only when they come back, after the first pause of a backoff. */
const PAUSE_MS = 1_000;

/** F11: connections of which nothing is left but what each end believes: neither is told that the other has gone. */
export const halfOpen: Scenario = {
  fault: "F11",
  title: "half-open TCP",
  relays: 1,
  async inflict({ installation: { balancer }, workload, rounds }) {
    for (let round = 0; round < rounds; round++) {
      const turn = workload.people.filter((_, index) => index % rounds === round);
      for (const { identity } of turn) balancer.freeze(identity.host);
      await pause(1_000);
    }
    await until(() => balancer.halfOpen.every(isNoticed), "both ends have given up what was half-open", 60_000);
  },
  more: ({ installation: { balancer } }) => ({
    personMaxMs: Math.round(Math.max(...balancer.halfOpen.map(({ personMs = 0 }) => personMs))),
    relayMaxMs: Math.round(Math.max(...balancer.halfOpen.map(({ relayMs = 0 }) => relayMs))),
  }),
  missed: ({ installation: { balancer } }) => balancer.halfOpen.flatMap(tooLate),
};

function isNoticed({ personMs, relayMs }: HalfOpen): boolean {
  return personMs !== undefined && relayMs !== undefined;
}

function tooLate({ from, personMs = 0, relayMs = 0 }: HalfOpen): string[] {
  const isInTime = personMs <= NOTICED_WITHIN_MS + PAUSE_MS && relayMs <= NOTICED_WITHIN_MS;
  return isInTime
    ? []
    : [`${from} was back after ${Math.round(personMs)} ms, the relay knew after ${Math.round(relayMs)} ms`];
}
