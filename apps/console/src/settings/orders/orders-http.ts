import type {
  ApiTokens,
  ImportReport,
  MintedApiToken,
  OrderSourceEdit,
  OrderSourceState,
  OrderTrialOutcome,
} from "@shopbell/protocol/types";
import { queryOptions } from "@tanstack/react-query";
import { askRelay } from "../../http/relay-http.ts";
import { sitePath } from "../../http/site-path.ts";

/** Where a shop's orders are looked up. Read once: what is being edited must not change under the hands. */
export function sourceQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "order-source"],
    queryFn: () => askRelay<OrderSourceState>("GET", sitePath(siteKey, "order-source")),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function saveSource(siteKey: string, edit: OrderSourceEdit): Promise<OrderSourceState> {
  return askRelay("PUT", sitePath(siteKey, "order-source"), edit);
}

export function tryOrder(siteKey: string, number: string): Promise<OrderTrialOutcome> {
  return askRelay("POST", sitePath(siteKey, "order-source/try"), { number });
}

/** Reads orders from a file, all of them or none. */
export function uploadOrders(siteKey: string, file: File): Promise<ImportReport> {
  return askRelay("POST", sitePath(siteKey, "orders-import"), file);
}

export function tokensQuery(siteKey: string) {
  return queryOptions({
    queryKey: ["site", siteKey, "tokens"],
    queryFn: () => askRelay<ApiTokens>("GET", sitePath(siteKey, "tokens")),
  });
}

export function mintToken(siteKey: string, name: string): Promise<MintedApiToken> {
  return askRelay("POST", sitePath(siteKey, "tokens"), { name });
}

export function revokeToken(siteKey: string, id: string): Promise<void> {
  return askRelay("DELETE", sitePath(siteKey, `tokens/${encodeURIComponent(id)}`));
}
