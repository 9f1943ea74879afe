import { expect, test } from "vitest";
import { NO_GAP_DETECTION } from "./broken/parts.ts";
import { run } from "./run.ts";
import { killedRelay } from "./scenarios/killed-relay.ts";
import { lostRedis } from "./scenarios/lost-redis.ts";
import { HASTY } from "./sizes.ts";

const TIMEOUT_MS = 240_000;
/** That of delivery.md. */
const MOST_SILENT_DELAY_MS = 25_000;

test("F1: one of three relays dies again and again, and nothing is lost", { timeout: TIMEOUT_MS }, async () => {
  const { violations } = await run(killedRelay(3), { seed: 1, rounds: 3, size: HASTY });

  expect(violations).toEqual([]);
});

test("F3: Redis goes, comes back empty and loses its subscribers, and nothing is lost", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { violations } = await run(lostRedis, { seed: 1, rounds: 6, size: HASTY });

  expect(violations).toEqual([]);
});

test("F3 bites: where no relay looks for gaps, people's own ends do not find all", {
  timeout: TIMEOUT_MS,
}, async () => {
  const settleMs = MOST_SILENT_DELAY_MS;

  const { violations } = await run(lostRedis, { seed: 1, rounds: 3, size: HASTY, broken: NO_GAP_DETECTION, settleMs });

  expect(violations.map(({ invariant }) => invariant)).toContain("I2");
});
