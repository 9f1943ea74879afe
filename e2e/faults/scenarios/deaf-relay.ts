import type { RedisServer } from "../../../apps/relay/src/testing/redis-server.ts";
import { Network } from "../../network.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

/** F4: one relay of two can no longer reach Redis, and its connections do not say so. */
export function deafRelay(): Scenario {
  let network: Network | undefined;
  return {
    fault: "F4",
    title: "Redis silently unreachable from one relay",
    relays: 2,
    async env(relay, redis: RedisServer | undefined) {
      if (relay > 0 || redis === undefined) return {};
      network = await Network.to(redis.port);
      return { REDIS_URL: `redis://127.0.0.1:${network.port}` };
    },
    async inflict({ rounds }) {
      await pause(1_000);
      network?.swallowAnswers();
      await pause(10_000 + rounds * 1_000);
      network?.cut();
      network?.heal();
      await pause(10_000);
    },
  };
}
