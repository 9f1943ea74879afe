import type { Order } from "@shopbell/protocol";
import { isSameEmail } from "../order-email.ts";
import { comparedNumber } from "../order-number.ts";
import { beginningOf } from "../order-status.ts";

/** The one with exactly this number, among what a search brought. */
export function withNumber(orders: readonly Order[], number: string): Order | null {
  const wanted = comparedNumber(number);
  return orders.find((order) => comparedNumber(order.number) === wanted) ?? null;
}

/** Those that were ordered with exactly this address, the newest first. */
export function newestWithEmail(orders: readonly Order[], email: string, limit: number): Order[] {
  return orders
    .filter((order) => isSameEmail(order.email, email))
    .toSorted((a, b) => (beginningOf(b) ?? 0) - (beginningOf(a) ?? 0))
    .slice(0, limit);
}
