import type { Order } from "@shopbell/protocol";
import type { Parts } from "../parts.ts";

/** Where orders are asked for, whoever asks. */
export interface OrderDesk {
  /** For a visitor: null where the number is unknown or is not of that address. @throws SourceDown */
  find(siteKey: string, number: string, email: string): Promise<Order | null>;
  /** For an agent, by the number alone. @throws SourceDown */
  byNumber(siteKey: string, number: string): Promise<Order | null>;
  /** For an agent: the newest ones of a proven address. @throws SourceDown */
  byEmail(siteKey: string, email: string, limit: number): Promise<Order[]>;
}

export function openOrders(_: Parts): OrderDesk {
  return { find: async () => null, byNumber: async () => null, byEmail: async () => [] };
}
