import type { Order, OrderStep, OrderStepKind } from "@shopbell/protocol";

/** Thursday, 14 January 2027: a day before the test clock begins. */
export const PLACED_AT = Date.parse("2027-01-14T10:00Z");

export function aStep(kind: OrderStepKind, at: number | null = PLACED_AT): OrderStep {
  return { kind, at, place: null };
}

export function anOrder(changes: Partial<Order> = {}): Order {
  return {
    number: "LS-20871",
    email: "maria@example.com",
    steps: [aStep("placed")],
    items: [{ name: "Tejo 38", quantity: 1, picture: null }],
    expectedOn: "2027-01-18",
    carrier: { name: "CTT", href: "https://ctt.example/1" },
    ...changes,
  };
}
