import type { OrderStep } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { beginningOf, statusOf } from "./order-status.ts";
import { anOrder, aStep, PLACED_AT } from "./testing/builders.ts";

function shown(...steps: OrderStep[]): string[] {
  return statusOf(anOrder({ steps })).steps.map(({ kind, at }) => (at === null ? `${kind}?` : kind));
}

test("what is shown of an order does not say whose it is", () => {
  const { email: _, ...rest } = anOrder();

  expect(statusOf(anOrder())).toEqual(rest);
});

test("steps are shown as they happen, and those to come after them", () => {
  expect(shown(aStep("delivered", null), aStep("shipped"), aStep("placed"))).toEqual([
    "placed",
    "shipped",
    "delivered?",
  ]);
});

test("of two times of the same step the earlier one comes first", () => {
  const steps = [aStep("shipped", PLACED_AT + 2), aStep("shipped", null), aStep("shipped", PLACED_AT + 1)];

  expect(statusOf(anOrder({ steps })).steps.map(({ at }) => at)).toEqual([PLACED_AT + 1, PLACED_AT + 2]);
});

test("a step that nobody noted is not still to come when a later one has happened", () => {
  expect(shown(aStep("placed"), aStep("packed", null), aStep("shipped"))).toEqual(["placed", "shipped"]);
});

test.each(["returned", "cancelled"] as const)("of an order that was %s nothing more is to come", (ending) => {
  expect(shown(aStep("placed"), aStep("shipped", null), aStep(ending))).toEqual(["placed", ending]);
});

test("that it was not returned and not cancelled is not worth a word", () => {
  expect(shown(aStep("placed"), aStep("returned", null), aStep("cancelled", null))).toEqual(["placed"]);
});

test("an order of which nothing has happened shows what is to come", () => {
  expect(shown(aStep("paid", null), aStep("placed", null))).toEqual(["placed?", "paid?"]);
  expect(shown(aStep("cancelled", null))).toEqual(["cancelled?"]);
  expect(beginningOf(anOrder({ steps: [aStep("placed", null)] }))).toBeNull();
});

test("an order begins with the first thing that has happened", () => {
  expect(beginningOf(anOrder({ steps: [aStep("paid", PLACED_AT + 1), aStep("placed")] }))).toBe(PLACED_AT);
});
