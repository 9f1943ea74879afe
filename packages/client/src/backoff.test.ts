import fc from "fast-check";
import { expect, test } from "vitest";
import { pauseMs } from "./backoff.ts";

test("[B4] a pause is random below the doubled base, and below the cap", () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
      const pause = pauseMs(attempt, 30_000, random);
      expect(pause).toBeGreaterThanOrEqual(0);
      expect(pause).toBeLessThanOrEqual(Math.min(30_000, 1_000 * 2 ** attempt));
    }),
  );
  expect(pauseMs(0, 30_000, 0.5)).toBe(500);
  expect(pauseMs(3, 30_000, 0.5)).toBe(4_000);
});
