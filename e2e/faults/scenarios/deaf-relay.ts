import { Network } from "../../network.ts";
import type { RelayProcess } from "../../relay-process.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const NOTICED_WITHIN_MS = 10_000;
const HEALED_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;
const METRICS_TOKEN = "what a fault run reads by";

/** F4: one relay of two can no longer reach Redis, and its connections do not say so. */
export function deafRelay(): Scenario {
  let network: Network | undefined;
  const times = { noticedMs: 0, healedMs: 0 };
  return {
    fault: "F4",
    title: "Redis silently unreachable from one relay",
    relays: 2,
    async env(relay, redis) {
      if (relay > 0 || redis === undefined) return {};
      network = await Network.to(redis.port);
      return { REDIS_URL: `redis://127.0.0.1:${network.port}`, METRICS_TOKEN };
    },
    async inflict({ installation: { relays }, rounds }) {
      const [deaf] = relays;
      if (network === undefined || deaf === undefined) throw new Error("there is no relay with a Redis");
      await untilBusIsWhole(true, deaf, HEALED_WITHIN_MS);
      network.swallowAnswers();
      times.noticedMs = await untilBusIsWhole(false, deaf, 3 * NOTICED_WITHIN_MS);
      await pause(rounds * 1_000);
      // A network that comes back knows nothing of the connections from before.
      network.cut();
      network.heal();
      times.healedMs = await untilBusIsWhole(true, deaf, 3 * HEALED_WITHIN_MS);
      await pause(1_000);
    },
    more: () => times,
    missed: () => [
      ...(times.noticedMs <= NOTICED_WITHIN_MS ? [] : [`noticed after ${times.noticedMs} ms`]),
      ...(times.healedMs <= HEALED_WITHIN_MS ? [] : [`healed after ${times.healedMs} ms`]),
    ],
    afterwards: async () => network?.close(),
  };
}

/** How many milliseconds it takes until the relay believes that of its bus, or the given most. */
async function untilBusIsWhole(whole: boolean, relay: RelayProcess, mostMs: number): Promise<number> {
  const startedAt = performance.now();
  const waitedMs = () => Math.round(performance.now() - startedAt);
  while (waitedMs() < mostMs && (await isBusWhole(relay)) !== whole) await pause(LOOK_EVERY_MS);
  return waitedMs();
}

async function isBusWhole({ port }: RelayProcess): Promise<boolean> {
  const headers = { authorization: `Bearer ${METRICS_TOKEN}` };
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text();
  const [, whole] = /^shopbell_bus_whole ([01])$/m.exec(metrics) ?? [];
  if (whole === undefined) throw new Error(`the relay does not say whether its bus is whole: ${metrics}`);
  return whole === "1";
}
