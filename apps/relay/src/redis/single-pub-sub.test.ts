import { afterAll, beforeAll, expect, test } from "vitest";
import { RedisServer } from "../testing/redis-server.ts";
import { unheardComplaints } from "../testing/test-redis.ts";
import type { PubSub, Subscriber } from "./pub-sub.ts";
import { SinglePubSub } from "./single-pub-sub.ts";

let server: RedisServer;
let pubSub: PubSub;
let subscriber: Subscriber;
beforeAll(async () => {
  server = await RedisServer.start();
  pubSub = new SinglePubSub(server.url, unheardComplaints());
  const { promise, resolve } = Promise.withResolvers<void>();
  subscriber = pubSub.openSubscriber({ ready: resolve, lost: () => undefined, heard: () => undefined });
  await promise;
});
afterAll(async () => {
  subscriber.close();
  pubSub.close();
  await server.stop();
});

/** More than go into one command. */
const MANY = Array.from({ length: 2_500 }, (_, index) => `c${index}`);
const LAST = "c2499";

test("a channel that is left among many and joined again is heard, however long the leaving takes", async () => {
  await subscriber.join(MANY);
  expect(await server.call("PUBSUB", "NUMSUB", LAST)).toEqual([LAST, 1]);

  await Promise.all([subscriber.leave(MANY), subscriber.join([LAST])]);

  expect(await server.call("PUBSUB", "NUMSUB", LAST, "c0")).toEqual([LAST, 1, "c0", 0]);
});

test("a channel that is joined among many and left again is not heard", async () => {
  await Promise.all([subscriber.join(MANY), subscriber.leave([LAST])]);

  expect(await server.call("PUBSUB", "NUMSUB", LAST, "c0")).toEqual([LAST, 0, "c0", 1]);
});
