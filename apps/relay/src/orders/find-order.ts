import type { Order } from "@shopbell/protocol";
import { isSameEmail } from "./order-email.ts";
import { comparedNumber } from "./order-number.ts";
import { type OrderSource, SourceDown } from "./order-source.ts";
import { beginningOf } from "./order-status.ts";

/** Orders of one address. `down`: a source did not answer, and there may be more. */
export interface OrdersOfAddress {
  readonly orders: readonly Order[];
  readonly down: boolean;
}

/**
 * An order of this number and this address, from the first source that has it.
 *
 * An order of somebody else's is looked for further like one that is unknown: neither the answer nor the time that it takes tells
 * whether a number exists.
 *
 * @throws SourceDown where a source that had to be asked does not answer.
 */
export async function findOrder(sources: readonly OrderSource[], number: string, email: string): Promise<Order | null> {
  for (const source of sources) {
    const order = await numbered(source, number);
    if (order !== null && isSameEmail(order.email, email)) return order;
  }
  return null;
}

/** The order with this number, from the first source that has it. @throws SourceDown */
export async function findByNumber(sources: readonly OrderSource[], number: string): Promise<Order | null> {
  for (const source of sources) {
    const order = await numbered(source, number);
    if (order !== null) return order;
  }
  return null;
}

/** The newest orders of an address from all sources that answer, each once. */
export async function findByEmail(
  sources: readonly OrderSource[],
  email: string,
  limit: number,
): Promise<OrdersOfAddress> {
  const told = await Promise.all(sources.map((source) => unlessDown(source.byEmail(email, limit))));
  const own = told.flatMap((orders) => orders ?? []).filter((order) => isSameEmail(order.email, email));
  const numbers = own.map(({ number }) => comparedNumber(number));
  const once = own.filter((_, place) => numbers.indexOf(numbers[place] ?? "") === place);
  const newest = once.toSorted((a, b) => (beginningOf(b) ?? 0) - (beginningOf(a) ?? 0)).slice(0, limit);
  return { orders: newest, down: told.includes(null) };
}

async function unlessDown(asked: Promise<Order[]>): Promise<Order[] | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof SourceDown) return null;
    throw error;
  }
}

/** A shop's system may find what is only like the number: what it found is compared again. */
async function numbered(source: OrderSource, number: string): Promise<Order | null> {
  const order = await source.byNumber(number);
  return order !== null && comparedNumber(order.number) === comparedNumber(number) ? order : null;
}
