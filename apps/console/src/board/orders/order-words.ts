import type { OrderStatus, OrderStep } from "@shopbell/protocol/types";
import { stamp } from "../../format.ts";
import { LOCALE, t } from "../../i18n.ts";

type StepKind = OrderStep["kind"];

const STATES = {
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

/** What has happened, as one of many steps. */
const STEP_NAMES = { ...STATES, shipped: "order.courier" } as const satisfies Record<StepKind, string>;

/** Nobody announces these: they are no steps still to come. */
const MISHAPS: ReadonlySet<StepKind> = new Set(["returned", "cancelled"]);

const SHORT_DAY = new Intl.DateTimeFormat(LOCALE, {
  weekday: "short",
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});

/** How far an order has come. */
export function reached({ steps }: Pick<OrderStatus, "steps">): StepKind {
  return steps.findLast(({ at }) => at !== null)?.kind ?? "placed";
}

/** `On its way, expected Tuesday 24 November` */
export function orderTitle(order: OrderStatus, now: number): string {
  const state = t(STATES[reached(order)]);
  const expected = expectedDay(order, now);
  if (expected === null) return state;
  return t(expected.isPast ? "order.wasExpected" : "order.expected", { state, day: expected.day });
}

/** The steps as visitors see them: the way ends at the door, also where the shop did not say so. */
export function timelineOf({ steps, expectedOn }: OrderStatus): readonly OrderStep[] {
  const known = steps.filter(({ kind, at }) => at !== null || !MISHAPS.has(kind));
  const ends = expectedOn === null || known.some(({ kind }) => ENDS.has(kind));
  return ends ? known : [...known, { kind: "delivered", at: null, place: null }];
}

/** `Packed in Lisbon`; a door that nothing has reached yet is only a door. */
export function stepWords({ kind, at, place }: OrderStep): string {
  if (kind === "packed" && place !== null) return t("order.packedIn", { place });
  const step = t(kind === "delivered" && at === null ? "order.atDoor" : STEP_NAMES[kind]);
  return place === null ? step : t("order.stepAt", { step, place });
}

/** When a step was, or that it was not yet. The last one is told by the day on which it is expected. */
export function stepTime({ kind, at }: OrderStep, expectedOn: string | null, now: number): string {
  if (at !== null) return stamp(at, now);
  return kind === "delivered" && expectedOn !== null ? SHORT_DAY.format(Date.parse(expectedOn)) : t("order.notYet");
}

/** What can be answered to "where is my order?", for an agent to go on from. */
export function orderSentence(order: OrderStatus, now: number): string {
  const expected = expectedDay(order, now);
  const href = order.carrier?.href ?? null;
  return [
    t(SENTENCES[reached(order)], { number: order.number }),
    expected && t(expected.isPast ? "order.shouldHaveCome" : "order.willCome", { day: expected.day }),
    href !== null && reached(order) === "shipped" && t("order.followAt", { href }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** The day on which it is expected, and whether that is over; null where nothing is on its way any more. */
function expectedDay(order: OrderStatus, now: number): { day: string; isPast: boolean } | null {
  const { expectedOn } = order;
  if (expectedOn === null || ENDS.has(reached(order))) return null;
  return { day: DAY.format(Date.parse(expectedOn)), isPast: Date.parse(`${expectedOn}T23:59:59`) < now };
}
