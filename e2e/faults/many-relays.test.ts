import { expect, test } from "vitest";
import { withoutGapDetection } from "./broken/no-gap-detection-in-client.ts";
import { NO_GAP_DETECTION } from "./broken/parts.ts";
import { run } from "./run.ts";
import { killedRelay } from "./scenarios/killed-relay.ts";
import { lostRedis } from "./scenarios/lost-redis.ts";
import { HASTY } from "./sizes.ts";

const TIMEOUT_MS = 240_000;

test("F1: one of three relays dies again and again, and nothing is lost", { timeout: TIMEOUT_MS }, async () => {
  const { violations } = await run(killedRelay(3), { seed: 1, rounds: 4, size: HASTY });

  expect(violations).toEqual([]);
});

test("F3: Redis goes, comes back empty and loses its subscribers, and nothing is lost", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { violations } = await run(lostRedis, { seed: 1, rounds: 6, size: HASTY });

  expect(violations).toEqual([]);
});

test("F3 bites: without gap detection something is never shown", { timeout: TIMEOUT_MS }, async () => {
  const habits = { wrap: withoutGapDetection };

  const { violations } = await run(lostRedis, {
    seed: 1,
    rounds: 6,
    size: HASTY,
    broken: NO_GAP_DETECTION,
    habits,
    settleMs: 1_000,
  });

  expect(violations.map(({ invariant }) => invariant)).toContain("I2");
});
