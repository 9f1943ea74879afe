import type {
  ApiTokens,
  ImportReport,
  MintedApiToken,
  OrderSourceEdit,
  OrderSourceState,
  OrderTrialOutcome,
  ProblemCode,
} from "@shopbell/protocol/types";
import { queryOptions } from "@tanstack/react-query";
import { sitePath } from "../../answers/queries.ts";
import { askRelay, Refused } from "../../http/relay-http.ts";

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
export async function uploadOrders(siteKey: string, file: File): Promise<ImportReport> {
  // A file that has changed on its disk since it was chosen cannot be read, and fails like a relay that is away.
  const response = await fetch(sitePath(siteKey, "orders-import"), {
    method: "POST",
    credentials: "same-origin",
    headers: { accept: "application/json", "content-type": "text/csv" },
    body: file,
  }).catch(() => null);
  if (response === null) throw new Refused("unreachable");
  if (response.ok) return response.json();
  const problem: { code?: ProblemCode } | null = await response.json().catch(() => null);
  throw new Refused(problem?.code ?? (response.status === 413 ? "too-large" : "internal"));
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
