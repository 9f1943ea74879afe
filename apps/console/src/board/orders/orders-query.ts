import type { ConversationId, ConversationOrders } from "@shopbell/protocol/types";
import { queryOptions } from "@tanstack/react-query";
import { askRelay } from "../../http/relay-http.ts";

/** The orders of a visitor whose address is proved, or the one with a number. Looked up at the shop: not more often than anybody reads. */
export function ordersQuery(id: ConversationId, number?: string) {
  const path = `/v1/agent/conversations/${id}/orders`;
  return queryOptions({
    queryKey: ["conversation", id, "orders", number ?? null],
    queryFn: () =>
      askRelay<ConversationOrders>("GET", number === undefined ? path : `${path}?number=${encodeURIComponent(number)}`),
    staleTime: 60_000,
    retry: false,
  });
}
