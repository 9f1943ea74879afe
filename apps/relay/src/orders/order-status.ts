import { type Order, type OrderStatus, type OrderStep, OrderStepKind } from "@shopbell/protocol";

const PLACES = new Map(OrderStepKind.options.map((kind, place) => [kind, place]));

/** Steps after which nothing more is expected to happen. */
const ENDINGS: ReadonlySet<OrderStepKind> = new Set(["returned", "cancelled"]);

/** What visitors and agents see of an order: not whose it is, and its steps in the order in which they happen. */
export function statusOf({ number, steps, items, expectedOn, carrier }: Order): OrderStatus {
  return { number, steps: tellingSteps(steps), items, expectedOn, carrier };
}

/** When an order was made, or the first thing that is known of it; null where nothing has happened yet. */
export function beginningOf({ steps }: Order): number | null {
  const happened = steps.flatMap(({ at }) => at ?? []);
  return happened.length > 0 ? Math.min(...happened) : null;
}

/**
 * Leaves out what was not told to have happened before something that has (a parcel that is on its way was packed, whether or not the
 * shop notes it), and what will not happen any more.
 */
function tellingSteps(steps: readonly OrderStep[]): OrderStep[] {
  const sorted = steps.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.at ?? Infinity) - (b.at ?? Infinity));
  const lastReached = Math.max(-1, ...sorted.filter(({ at }) => at !== null).map(placeOf));
  const isOver = sorted.some(({ kind, at }) => at !== null && ENDINGS.has(kind));
  const telling = sorted.filter(
    (step) => step.at !== null || (!isOver && !ENDINGS.has(step.kind) && placeOf(step) > lastReached),
  );
  return telling.length > 0 ? telling : sorted;
}

function placeOf({ kind }: OrderStep): number {
  return PLACES.get(kind) ?? 0;
}
