import { expect, test } from "vitest";
import { pipsOf } from "./pips.ts";

function drawn(load: number, capacity: number) {
  return pipsOf(load, capacity)
    .map((taken) => (taken ? "#" : "-"))
    .join("");
}

test("three of five are three full squares and two empty ones", () => {
  expect(drawn(3, 5)).toBe("###--");
  expect(drawn(0, 5)).toBe("-----");
});

test("who has more than they take at once has no square left, and none too many", () => {
  expect(drawn(7, 5)).toBe("#####");
});

test("a large capacity is drawn in ten squares: one conversation is seen, and only a full load fills them", () => {
  expect(drawn(1, 50)).toBe("#---------");
  expect(drawn(49, 50)).toBe("#########-");
  expect(drawn(50, 50)).toBe("##########");
});
