import type { OrderStep } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { anOrder } from "../../testing/a-helped-page.ts";
import { isOver, kindOf, timelineOf } from "./timeline.ts";

function aStep(kind: OrderStep["kind"], at: number | null = null): OrderStep {
  return { kind, at, place: null };
}

function looks(...steps: OrderStep[]): string[] {
  return timelineOf(anOrder({ steps, expectedOn: "2026-11-24" })).map(({ kind, look }) => `${kind} ${look}`);
}

test("what happened is done, the last of it is now, and the rest is still to come", () => {
  const steps = [aStep("placed", 1), aStep("paid", 2), aStep("packed", 3), aStep("shipped"), aStep("delivered")];

  expect(looks(...steps)).toEqual(["placed done", "paid done", "packed now", "shipped todo", "delivered todo"]);
});

test("an order that is expected ends at the door, also where the shop did not say so", () => {
  expect(looks(aStep("placed", 1))).toEqual(["placed now", "delivered todo"]);
});

test("one that arrived, came back or was cancelled is expected no more", () => {
  for (const kind of ["delivered", "returned", "cancelled"] as const) {
    const steps = timelineOf(anOrder({ steps: [aStep("placed", 1), aStep(kind, 2)], expectedOn: "2026-11-24" }));

    expect(steps.map(({ look }) => look)).toEqual(["done", "now"]);
    expect(isOver(kindOf(steps))).toBe(true);
  }
});

test("nobody announces that an order will be cancelled or come back", () => {
  expect(looks(aStep("placed", 1), aStep("returned"), aStep("cancelled"))).toEqual(["placed now", "delivered todo"]);
});

test("an order of which nothing has happened yet was placed at least", () => {
  const steps = timelineOf(anOrder({ steps: [aStep("placed"), aStep("paid")] }));

  expect(kindOf(steps)).toBe("placed");
  expect(steps.map(({ look }) => look)).toEqual(["todo", "todo"]);
});
