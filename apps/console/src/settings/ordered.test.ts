import { expect, test } from "vitest";
import { moved, without } from "./ordered.ts";

test("a thing moves one place, and stays at the ends", () => {
  expect(moved(["a", "b", "c"], 1, -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 1, 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
});

test("a thing is taken out by its place", () => {
  expect(without(["a", "a", "b"], 1)).toEqual(["a", "b"]);
});
