import type { OrderStatus, OrderStep } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { orderSentence, orderTitle, reached, stepWords } from "./order-words.ts";

function aStep(kind: OrderStep["kind"], at: number | null = 1_000): OrderStep {
  return { kind, at, place: null };
}

function anOrder(changes: Partial<OrderStatus> = {}): OrderStatus {
  return {
    number: "LS-20871",
    steps: [aStep("placed"), aStep("shipped"), aStep("delivered", null)],
    items: [],
    expectedOn: "2026-11-24",
    carrier: { name: "CTT Expresso", href: "https://ctt.example/1" },
    ...changes,
  };
}

test("an order is as far as the last step that happened", () => {
  expect(reached(anOrder())).toBe("shipped");
  expect(orderTitle(anOrder())).toBe("On its way, expected Tuesday, November 24");
});

test("the sentence says where it is, when it comes, and where it can be followed", () => {
  expect(orderSentence(anOrder())).toBe(
    "Your order LS-20871 is on its way. It should be with you on Tuesday, November 24. You can follow it here: https://ctt.example/1",
  );
});

test.each(["delivered", "returned", "cancelled"] as const)("nothing is expected of an order that was %s", (kind) => {
  const order = anOrder({ steps: [aStep("placed"), aStep(kind)] });

  expect(orderTitle(order)).not.toContain("expected");
  expect(orderSentence(order)).not.toMatch(/should be with you|follow it/);
});

test("a step names its place, where it has one", () => {
  expect(stepWords(aStep("packed"))).toBe("Packed");
  expect(stepWords({ ...aStep("packed"), place: "Lisbon" })).toBe("Packed, Lisbon");
});
