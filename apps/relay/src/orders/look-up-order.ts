import { type Order, OrderNumber, type OrderStatus } from "@shopbell/protocol";
import type { SelfHelp } from "../self-help.ts";
import { comparedEmail } from "./order-email.ts";
import { comparedNumber } from "./order-number.ts";
import { SourceDown } from "./order-source.ts";
import { statusOf } from "./order-status.ts";

/** What somebody typed who wants to know where an order is. */
export interface OrderLookUp {
  readonly siteKey: string;
  /** The network address that they ask from. */
  readonly ip: string;
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
  const { siteKey, ip } = lookUp;
  const number = OrderNumber.safeParse(lookUp.number);
  const email = comparedEmail(lookUp.email);
  if (!number.success || email === null) return { kind: "unknown" };
  if (!(await mayTry(parts, { siteKey, ip, number: number.data, email }))) return { kind: "unknown" };
  try {
    return outcomeOf(await orders.find(siteKey, number.data, email));
  } catch (error) {
    if (error instanceof SourceDown) return { kind: "down" };
    throw error;
  }
}

function outcomeOf(order: Order | null): LookedUp {
  return order === null ? { kind: "unknown" } : { kind: "found", order: statusOf(order) };
}

/** Takes a try from the network address, then from the e-mail address, then from the order: who has none left takes none from others. */
async function mayTry({ context }: SelfHelp["parts"], { siteKey, ip, number, email }: OrderLookUp): Promise<boolean> {
  const { sharedLimits, limits } = context;
  const tries = [
    ["ordersPerAddress", ip],
    ["ordersPerEmail", `${siteKey} ${email}`],
    ["ordersPerNumber", `${siteKey} ${comparedNumber(number)}`],
  ] as const;
  for (const [name, key] of tries) {
    const { waitMs } = await sharedLimits.of(name, limits[name]).spend(key);
    if (waitMs > 0) return false;
  }
  return true;
}
