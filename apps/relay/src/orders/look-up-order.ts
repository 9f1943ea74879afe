import { OrderNumber, type OrderStatus } from "@shopbell/protocol";
import type { SelfHelp } from "../self-help.ts";
import { comparedEmail } from "./order-email.ts";
import { comparedNumber } from "./order-number.ts";
import { SourceDown } from "./order-source.ts";
import { statusOf } from "./order-status.ts";
import { takeTry } from "./order-tries.ts";

/** What somebody typed who wants to know where an order is. */
export interface OrderLookUp {
  readonly siteKey: string;
  /** Where they ask from: `networkOf` their address. */
  readonly network: string;
  readonly number: string;
  readonly email: string;
}

export type LookedUp =
  | { readonly kind: "found"; readonly order: OrderStatus }
  /** No order has this number and this address, or it was asked for too often: nobody is told which. */
  | { readonly kind: "unknown" }
  | { readonly kind: "down" };

/** Looks an order up for whoever knows its number and its e-mail address: on the widget's behalf, and on that of pages. */
export async function lookUpOrder({ parts, orders }: SelfHelp, lookUp: OrderLookUp): Promise<LookedUp> {
  const { siteKey, network } = lookUp;
  const number = OrderNumber.safeParse(lookUp.number);
  const email = comparedEmail(lookUp.email);
  if (!number.success || email === null) return { kind: "unknown" };
  const giveBack = await takeTry(parts.context, { siteKey, network, number: comparedNumber(number.data), email });
  if (giveBack === null) return { kind: "unknown" };
  try {
    const order = await orders.find(siteKey, number.data, email);
    if (order === null) return { kind: "unknown" };
    await giveBack();
    return { kind: "found", order: statusOf(order) };
  } catch (error) {
    if (error instanceof SourceDown) return { kind: "down" }; // counts: what we store is found meanwhile, and could be guessed at
    throw error;
  }
}
