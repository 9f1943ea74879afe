import { MyChanges } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { capacityOf, MAX_CAPACITY } from "./capacity.ts";

test("a capacity is a whole number that the relay takes", () => {
  expect(["1", " 5 ", "50"].map(capacityOf)).toEqual([1, 5, 50]);
  expect(["", "0", "51", "2.5", "many"].map(capacityOf)).toEqual([null, null, null, null, null]);
});

test("the most that is offered is the most that the relay takes", () => {
  expect(MyChanges.safeParse({ capacity: MAX_CAPACITY }).success).toBe(true);
  expect(MyChanges.safeParse({ capacity: MAX_CAPACITY + 1 }).success).toBe(false);
});
