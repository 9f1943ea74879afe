import type { OrderStatus, OrderStep, OrderStepKind } from "@shopbell/protocol";
import type { HelpTongue } from "./help-tongue.ts";

/** A row of an order's timeline. */
export interface TimelineRow {
  readonly words: string;
  readonly time: string;
  readonly state: "done" | "now" | "ahead";
}

/** Nothing more is expected after these. */
const FINAL: readonly OrderStepKind[] = ["delivered", "returned", "cancelled"];

const STATUS = {
  placed: "isPlaced",
  paid: "isPaid",
  packed: "isPacked",
  shipped: "isShipped",
  delivered: "isDelivered",
  returned: "isReturned",
  cancelled: "isCancelled",
} as const satisfies Record<OrderStepKind, string>;

/** Where an order is, in one line: `On its way, expected Tuesday 24 November`. */
export function statusLine({ steps, expectedOn }: OrderStatus, { t, day }: HelpTongue): string {
  const last = lastDone(steps);
  const status = t(STATUS[last?.kind ?? "placed"]);
  if (expectedOn === null || (last && FINAL.includes(last.kind))) return status;
  return t("expected", { status, date: day(expectedOn) });
}

/** What happened to an order, where it is now, and what is expected. */
export function timelineOf({ steps, expectedOn }: OrderStatus, speech: HelpTongue): TimelineRow[] {
  const { t, moment, day } = speech;
  const last = lastDone(steps);
  const isOver = last !== undefined && FINAL.includes(last.kind);
  const expectedDay = expectedOn === null ? t("notYet") : day(expectedOn);
  const rows = steps
    .filter(({ at }) => at !== null || !isOver)
    .map((step): TimelineRow => {
      const words = wordsOf(step, t);
      if (step.at === null)
        return { words, time: step.kind === "delivered" ? expectedDay : t("notYet"), state: "ahead" };
      return { words, time: moment(step.at), state: step === last ? "now" : "done" };
    });
  const saysWhen = isOver || expectedOn === null || steps.some(({ kind }) => kind === "delivered");
  return saysWhen ? rows : [...rows, { words: t("isExpected"), time: day(expectedOn), state: "ahead" }];
}

function wordsOf({ kind, at, place }: OrderStep, t: HelpTongue["t"]): string {
  if (kind === "packed" && place !== null) return t("packedIn", { place });
  const step = t(kind === "delivered" && at === null ? "atDoor" : kind);
  return place === null ? step : t("stepAt", { step, place });
}

function lastDone(steps: readonly OrderStep[]): OrderStep | undefined {
  return steps.findLast(({ at }) => at !== null);
}
