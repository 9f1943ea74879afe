import type { Order } from "@shopbell/protocol";
import type { Parts } from "../parts.ts";
import { findByEmail, findByNumber, findOrder, type OrdersOfAddress } from "./find-order.ts";
import { OrderSourceSettingStore } from "./order-source-setting-store.ts";
import { OrderSources } from "./order-sources.ts";
import { OrderStore } from "./order-store.ts";
import { outsideSource } from "./outside-source.ts";

/** Where orders are asked for, whoever asks. */
export interface OrderDesk {
  /** For a visitor: null where the number is unknown or is not of that address. @throws SourceDown */
  find(siteKey: string, number: string, email: string): Promise<Order | null>;
  /** For an agent, by the number alone. @throws SourceDown */
  byNumber(siteKey: string, number: string): Promise<Order | null>;
  /** For an agent: the newest ones of a proven address. */
  byEmail(siteKey: string, email: string, limit: number): Promise<OrdersOfAddress>;
}

export function openOrders({ storage: { db }, context: { clock }, egress }: Parts): OrderDesk {
  const sources = new OrderSources({
    settings: new OrderSourceSettingStore(db),
    stored: new OrderStore(db),
    outside: (setting) => outsideSource(setting, egress, clock),
    clock,
  });
  return {
    find: async (siteKey, number, email) => findOrder(await sources.of(siteKey), number, email),
    byNumber: async (siteKey, number) => findByNumber(await sources.of(siteKey), number),
    byEmail: async (siteKey, email, limit) => findByEmail(await sources.of(siteKey), email, limit),
  };
}
