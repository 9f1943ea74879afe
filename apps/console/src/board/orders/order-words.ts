import type { OrderStatus, OrderStep } from "@shopbell/protocol/types";
import { stamp } from "../../format.ts";
import { LOCALE, t } from "../../i18n.ts";

type StepKind = OrderStep["kind"];

const STEPS = {
  placed: "order.placed",
  paid: "order.paid",
  packed: "order.packed",
  shipped: "order.shipped",
  delivered: "order.delivered",
  returned: "order.returned",
  cancelled: "order.cancelled",
} as const satisfies Record<StepKind, string>;

const SENTENCES = {
  placed: "order.isPlaced",
  paid: "order.isPaid",
  packed: "order.isPacked",
  shipped: "order.isShipped",
  delivered: "order.isDelivered",
  returned: "order.isReturned",
  cancelled: "order.isCancelled",
} as const satisfies Record<StepKind, string>;

/** After these nothing is on its way to the door any more. */
const ENDS: ReadonlySet<StepKind> = new Set(["delivered", "returned", "cancelled"]);

/** `2026-11-24` is a day wherever it is read: no zone may move it. */
const DAY = new Intl.DateTimeFormat(LOCALE, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });

/** How far an order has come. */
export function reached({ steps }: Pick<OrderStatus, "steps">): StepKind {
  return steps.findLast(({ at }) => at !== null)?.kind ?? "placed";
}

/** `On its way, expected Tuesday 24 November` */
export function orderTitle(order: OrderStatus): string {
  const state = t(STEPS[reached(order)]);
  const day = expectedDay(order);
  return day === null ? state : t("order.expected", { state, day });
}

/** `Packed, Lisbon` */
export function stepWords({ kind, place }: OrderStep): string {
  return place === null ? t(STEPS[kind]) : t("order.stepAt", { step: t(STEPS[kind]), place });
}

export function stepTime({ at }: OrderStep, now: number): string {
  return at === null ? t("order.notYet") : stamp(at, now);
}

/** What can be answered to "where is my order?", for an agent to go on from. */
export function orderSentence(order: OrderStatus): string {
  const day = expectedDay(order);
  const href = order.carrier?.href ?? null;
  return [
    t(SENTENCES[reached(order)], { number: order.number }),
    day !== null && t("order.willCome", { day }),
    href !== null && reached(order) === "shipped" && t("order.followAt", { href }),
  ]
    .filter(Boolean)
    .join(" ");
}

function expectedDay(order: OrderStatus): string | null {
  const { expectedOn } = order;
  return expectedOn === null || ENDS.has(reached(order)) ? null : DAY.format(Date.parse(expectedOn));
}
