import { describe, test } from "vitest";
import { withoutGapDetection } from "./broken/no-gap-detection-in-client.ts";
import { ACKNOWLEDGE_WITHOUT_STORING } from "./broken/parts.ts";
import { run } from "./run.ts";
import { calm } from "./scenarios/calm.ts";
import { halfOpen } from "./scenarios/half-open.ts";
import { killedRelay } from "./scenarios/killed-relay.ts";
import { mangledFrames } from "./scenarios/mangled-frames.ts";
import { suppressedFrames } from "./scenarios/suppressed-frames.ts";
import { HASTY, SMALL } from "./sizes.ts";

const TIMEOUT_MS = 240_000;

// They mostly wait, each for a relay of its own.
describe.concurrent("one relay with SQLite", { timeout: TIMEOUT_MS }, () => {
  test("F1: it dies at random moments, and between commit and acknowledgement, and nothing is lost", async ({
    expect,
  }) => {
    const { violations } = await run(killedRelay(1), { seed: 1, rounds: 4, size: HASTY });

    expect(violations).toEqual([]);
  });

  test("F11: both ends notice that a connection is half-open", async ({ expect }) => {
    const { violations } = await run(halfOpen, { seed: 1, rounds: 4, size: SMALL });

    expect(violations).toEqual([]);
  });

  test("F13: frames come twice, late, cut short or once more, and everybody sees what is stored", async ({
    expect,
  }) => {
    const { violations, mishaps } = await run(mangledFrames, { seed: 1, rounds: 12, size: HASTY });

    expect(new Set(mishaps.map(({ fault }) => fault)).size).toBe(4);
    expect(violations).toEqual([]);
  });

  test("the checker notices a relay that acknowledges what it does not store", async ({ expect }) => {
    const broken = ACKNOWLEDGE_WITHOUT_STORING;

    const { violations } = await run(calm(1), { seed: 1, rounds: 5, size: HASTY, broken, settleMs: 1_000 });

    expect(violations.map(({ invariant }) => invariant)).toContain("I1");
  });

  test("the checker notices an end that does not fetch what it missed", async ({ expect }) => {
    const habits = { wrap: withoutGapDetection };

    const { violations } = await run(suppressedFrames, { seed: 1, rounds: 8, size: HASTY, habits, settleMs: 1_000 });

    expect(violations.map(({ invariant }) => invariant)).toContain("I2");
  });
});
