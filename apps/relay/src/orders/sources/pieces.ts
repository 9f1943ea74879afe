import { Order, OrderItem, type OrderStep } from "@shopbell/protocol";

// What a shop system says of an order, cut to what an order of ours may hold: one odd picture must not hide a whole order.

const WebAddress = OrderItem.shape.picture.catch(null);
const Carrier = Order.shape.carrier.catch(null);
const MAX_ITEMS = 100;

export function step(kind: OrderStep["kind"], at: number | null): OrderStep {
  return { kind, at, place: null };
}

/** The things that were ordered, without lines that name none. */
export function itemsOf(told: readonly { name: string; quantity: number; picture: string | null }[]): OrderItem[] {
  return told
    .slice(0, MAX_ITEMS)
    .map(({ name, quantity, picture }) => ({ name: name.slice(0, 200), quantity, picture: WebAddress.parse(picture) }))
    .flatMap((item) => OrderItem.safeParse(item).data ?? []);
}

export function carrierOf(name: string | null | undefined, href: string | null | undefined): Order["carrier"] {
  return Carrier.parse({ name: name?.slice(0, 80), href: WebAddress.parse(href ?? null) });
}
