import type { RedisServer } from "../../../apps/relay/src/testing/redis-server.ts";
import type { Scenario } from "../run.ts";
import { pause } from "../workload.ts";

const DELIVERED_WITHIN_MS = 2_000;
const SECOND_MS = 1_000;

/** F3: Redis is killed, comes back empty, is emptied, stays away, and has its subscribers cut every 400 ms. */
export const lostRedis: Scenario = {
  fault: "F3",
  title: "Redis killed, restarted, FLUSHALL, away, its subscribers killed every 400 ms",
  relays: 2,
  async inflict({ installation: { redis }, rounds }) {
    if (redis === undefined) throw new Error("there is no Redis");
    await redis.restart();
    await pause(2 * SECOND_MS);
    await cutSubscribers(redis, rounds * 2);
    await redis.kill();
    await pause(rounds * SECOND_MS);
    await redis.restart();
    await pause(2 * SECOND_MS);
  },
  missed: ({ measures: { deliveryP95 } }) =>
    deliveryP95 <= DELIVERED_WITHIN_MS ? [] : [`messages took ${deliveryP95} ms to reach the other relay (p95)`],
};

async function cutSubscribers(redis: RedisServer, times: number): Promise<void> {
  await redis.call("FLUSHALL");
  for (let time = 0; time < times; time++) {
    await redis.call("CLIENT", "KILL", "TYPE", "pubsub");
    await pause(400);
  }
}
