import type { OrderStatus, OrderStep } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { orderSentence, orderTitle, reached, stepTime, stepWords, timelineOf } from "./order-words.ts";

const NOW = Date.UTC(2026, 10, 22);

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
  expect(orderTitle(anOrder(), NOW)).toBe("On its way, expected Tuesday, November 24");
});

test("the sentence says where it is, when it comes, and where it can be followed", () => {
  expect(orderSentence(anOrder(), NOW)).toBe(
    "Your order LS-20871 is on its way. It should be with you on Tuesday, November 24. You can follow it here: https://ctt.example/1",
  );
});

test("a day that has passed is not promised again", () => {
  const late = NOW + 7 * 24 * 3_600_000;

  expect(orderTitle(anOrder(), late)).toBe("On its way, was expected Tuesday, November 24");
  expect(orderSentence(anOrder(), late)).toContain("It should have been with you on Tuesday, November 24.");
});

test.each(["delivered", "returned", "cancelled"] as const)("nothing is expected of an order that was %s", (kind) => {
  const order = anOrder({ steps: [aStep("placed"), aStep(kind)] });

  expect(orderTitle(order, NOW)).not.toContain("expected");
  expect(orderSentence(order, NOW)).not.toMatch(/should be with you|follow it/);
});

test("a step names its place, where it has one, in the words of the visitor", () => {
  expect(stepWords(aStep("packed"))).toBe("Packed");
  expect(stepWords({ ...aStep("packed"), place: "Lisbon" })).toBe("Packed in Lisbon");
  expect(stepWords({ ...aStep("shipped"), place: "Porto" })).toBe("Courier, Porto");
});

test("what is still to come is expected at the door, not delivered", () => {
  const door = { ...aStep("delivered", null), place: "Cluj-Napoca" };

  expect(stepWords(door)).toBe("At your door, Cluj-Napoca");
  expect(stepTime(door, "2026-11-24", 2_000)).toBe("Tue, Nov 24");
  expect(stepTime(door, null, 2_000)).toBe("not yet");
  expect(stepWords({ ...door, at: 1_000 })).toBe("Delivered, Cluj-Napoca");
});

test("the way ends at the door, and nobody is told of a return that did not happen", () => {
  const kinds = (...steps: OrderStep[]) => timelineOf(anOrder({ steps })).map(({ kind }) => kind);

  expect(kinds(aStep("placed"), aStep("returned", null))).toEqual(["placed", "delivered"]);
  expect(kinds(aStep("placed"), aStep("cancelled"))).toEqual(["placed", "cancelled"]);
});
