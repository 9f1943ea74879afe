import type { OrderStatus, OrderStep } from "@shopbell/protocol";
import { expect, test } from "vitest";
import { helpTongue } from "./help-tongue.ts";
import { statusLine, timelineOf } from "./order-timeline.ts";

const SPEECH = helpTongue("en-GB", "Europe/Lisbon", 0);
const PLACED = Date.UTC(2026, 10, 17, 21, 40);
const SHIPPED = Date.UTC(2026, 10, 20, 6, 12);

function aStep(kind: OrderStep["kind"], at: number | null, place: string | null = null): OrderStep {
  return { kind, at, place };
}

function anOrder(changes: Partial<OrderStatus> = {}): OrderStatus {
  const steps = [aStep("placed", PLACED), aStep("shipped", SHIPPED, "Madrid"), aStep("delivered", null, "Cluj-Napoca")];
  return { number: "LS-20871", steps, items: [], expectedOn: "2026-11-24", carrier: null, ...changes };
}

test("an order that is on its way is expected, and says where it is", () => {
  expect(statusLine(anOrder(), SPEECH)).toBe("On its way, expected Tuesday 24 November");
  expect(timelineOf(anOrder(), SPEECH)).toEqual([
    { words: "Ordered", time: "Tue 17 Nov, 21:40", state: "done" },
    { words: "Courier, Madrid", time: "Fri 20 Nov, 6:12", state: "now" },
    { words: "At your door, Cluj-Napoca", time: "Tuesday 24 November", state: "ahead" },
  ]);
});

test("the day it is expected stands at the end where no step says it", () => {
  const order = anOrder({ steps: [aStep("placed", PLACED)] });

  expect(timelineOf(order, SPEECH).at(-1)).toEqual({ words: "Expected", time: "Tuesday 24 November", state: "ahead" });
});

test("of what has not happened nothing is said but that", () => {
  const order = anOrder({ steps: [aStep("placed", PLACED), aStep("packed", null)], expectedOn: null });

  expect(statusLine(order, SPEECH)).toBe("We have your order");
  expect(timelineOf(order, SPEECH).at(-1)).toEqual({ words: "Packed", time: "Not yet", state: "ahead" });
});

test.each([
  ["delivered", "Delivered"],
  ["returned", "Returned"],
  ["cancelled", "Cancelled"],
] as const)("an order that is %s expects nothing more", (kind, line) => {
  const order = anOrder({ steps: [aStep("placed", PLACED), aStep("packed", null), aStep(kind, SHIPPED)] });

  expect(statusLine(order, SPEECH)).toBe(line);
  expect(timelineOf(order, SPEECH).map(({ state }) => state)).toEqual(["done", "now"]);
});
