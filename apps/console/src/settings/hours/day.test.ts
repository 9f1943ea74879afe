import type { Interval } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { joined, snap, withAdded, withEdge, withMore, withMoved, withoutInterval, withTyped } from "./day.ts";

/** Hours of a day, from pairs of full hours. */
function day(...pairs: [number, number][]): Interval[] {
  return pairs.map(([from, until]) => ({ from: from * 60, until: until * 60 }));
}

const SPLIT = day([9, 13], [14, 18]);

test("a pointer's minute becomes the nearest quarter of an hour", () => {
  expect([7, 8, 547, 553].map(snap)).toEqual([0, 15, 540, 555]);
});

test("an edge stops at its neighbours, and before the other edge", () => {
  expect(withEdge(SPLIT, 0, "until", 16 * 60)).toEqual(day([9, 14], [14, 18]));
  expect(withEdge(SPLIT, 1, "from", 0)).toEqual(day([9, 13], [13, 18]));
  expect(withEdge(SPLIT, 0, "from", 20 * 60)).toEqual(day([12.75, 13], [14, 18]));
  expect(withEdge(SPLIT, 0, "until", 0)).toEqual(day([9, 9.25], [14, 18]));
});

test("the last hours of a day may end after midnight, at most a day after they began", () => {
  expect(withEdge(SPLIT, 1, "until", 26 * 60)).toEqual(day([9, 13], [14, 26]));
  expect(withEdge(SPLIT, 1, "until", 99 * 60)).toEqual(day([9, 13], [14, 38]));
  expect(withEdge(day([20, 44]), 0, "from", 9 * 60)).toEqual(day([20, 44]));
});

test("hours are moved whole, as far as there is room", () => {
  expect(withMoved(SPLIT, 0, 5 * 60)).toEqual(day([5, 9], [14, 18]));
  expect(withMoved(SPLIT, 0, 12 * 60)).toEqual(day([10, 14], [14, 18]));
  expect(withMoved(SPLIT, 1, -60)).toEqual(day([9, 13], [13, 17]));
  expect(withMoved(SPLIT, 1, 30 * 60)).toEqual(day([9, 13], [23.75, 27.75]));
});

test("new hours fill what is free, in either direction, and never cover others", () => {
  expect(withAdded(SPLIT, 20 * 60, 22 * 60)).toEqual(day([9, 13], [14, 18], [20, 22]));
  expect(withAdded(SPLIT, 22 * 60, 20 * 60)).toEqual(day([9, 13], [14, 18], [20, 22]));
  expect(withAdded(SPLIT, 8 * 60, 10 * 60)).toEqual(day([8, 9], [9, 13], [14, 18]));
  expect(withAdded(SPLIT, 20 * 60, 10 * 60)).toEqual(day([9, 13], [14, 18], [18, 20]));
  expect(withAdded(SPLIT, 10 * 60, 20 * 60)).toEqual(SPLIT);
  expect(withAdded(SPLIT, 20 * 60, 20 * 60)).toEqual(SPLIT);
});

test("a day takes no more hours than the relay does", () => {
  const full = day([0, 1], [2, 3], [4, 5], [6, 7], [8, 9], [10, 11], [12, 13], [14, 15]);

  expect(withAdded(full, 20 * 60, 22 * 60)).toEqual(full);
  expect(withAdded(full.slice(1), 20 * 60, 22 * 60)).toHaveLength(8);
});

test("more hours are nine to six on an empty day, then an hour after the last", () => {
  expect(withMore([])).toEqual(day([9, 18]));
  expect(withMore(day([9, 18]))).toEqual(day([9, 18], [19, 20]));
  expect(withMore(day([9, 23.5]))).toEqual(day([9, 23.5], [23.5, 24]));
  expect(withMore(day([9, 26]))).toEqual(day([9, 26]));
});

test("typed hours find their place in the day, and are refused where they overlap", () => {
  expect(withTyped(SPLIT, 0, { from: 19 * 60, until: 20 * 60 })).toEqual(day([14, 18], [19, 20]));
  expect(withTyped(SPLIT, 0, { from: 9 * 60, until: 15 * 60 })).toBeNull();
  expect(withTyped(SPLIT, 0, { from: 9 * 60, until: 33 * 60 })).toBeNull();
});

test("hours that touch are one, unless that were longer than a day", () => {
  expect(joined(day([9, 13], [13, 18], [20, 22]))).toEqual(day([9, 18], [20, 22]));
  expect(joined(day([0, 12], [12, 30]))).toEqual(day([0, 12], [12, 30]));
});

test("removed hours leave the others as they are", () => {
  expect(withoutInterval(SPLIT, 0)).toEqual(day([14, 18]));
});
