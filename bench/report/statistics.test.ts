import fc from "fast-check";
import { expect, test } from "vitest";
import { median, medianRatio, percentile } from "./statistics.ts";

const values = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1 });

test("a percentile is one of the values, and at least that share of them lies at or below it", () => {
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), (sample, share) => {
      const found = percentile(sample, share);

      expect(sample).toContain(found);
      expect(sample.filter((value) => value <= found).length).toBeGreaterThanOrEqual(Math.floor(sample.length * share));
    }),
  );
});

test("p99 of a hundred values is the second largest, and numbers are not sorted as text", () => {
  expect(
    percentile(
      Array.from({ length: 100 }, (_, index) => 100 - index),
      0.99,
    ),
  ).toBe(99);
});

test("the median of an even number of values lies between the two in the middle", () => {
  expect(median([9, 1, 4, 2])).toBe(3);
  expect(median([9, 1, 4])).toBe(4);
});

test("nothing has no median", () => {
  expect(median([])).toBeNaN();
  expect(percentile([], 0.5)).toBeNaN();
});

test("a round that was slow for both sides does not change their ratio", () => {
  expect(medianRatio([10, 100, 10], [20, 200, 20])).toBe(0.5);
});
