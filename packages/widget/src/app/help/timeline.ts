import type { OrderStatus, OrderStep, OrderStepKind } from "@shopbell/protocol/types";

/** A step as it is drawn: done, the one that an order is at, or still to come. */
export interface TimelineStep extends OrderStep {
  readonly look: "done" | "now" | "todo";
  /** Of one that is to come, where its day is known. */
  readonly expectedOn: string | null;
}

const LAST = /delivered|returned|cancelled/;
/** Nobody announces these. */
const MISHAP = /returned|cancelled/;

/** The steps of an order. One that is under way ends at the door, also where the shop did not say so. */
export function timelineOf({ steps, expectedOn }: OrderStatus): TimelineStep[] {
  const known = steps.filter(({ kind, at }) => at !== null || !MISHAP.test(kind));
  const now = known.findLastIndex(({ at }) => at !== null);
  const isOpen = expectedOn !== null && !known.some(({ kind }) => isOver(kind));
  const all: OrderStep[] = isOpen ? [...known, { kind: "delivered", at: null, place: null }] : known;
  return all.map((step, index) => ({
    ...step,
    look: index < now ? "done" : index === now ? "now" : "todo",
    expectedOn: step.at === null && step.kind === "delivered" ? expectedOn : null,
  }));
}

/** What an order is at; one of which nothing has happened yet was placed at least. */
export function kindOf(steps: readonly TimelineStep[]): OrderStepKind {
  return steps.find(({ look }) => look === "now")?.kind ?? "placed";
}

/** Whether nothing more is expected of an order that is at this. */
export function isOver(kind: OrderStepKind): boolean {
  return LAST.test(kind);
}
