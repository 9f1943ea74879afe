import type { ConversationId, ConversationPage, Me, MyChanges, SetupState, SignInList } from "@shopbell/protocol/types";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { lastAt } from "../inbox/inbox-order.ts";
import { askRelay } from "./relay-http.ts";

/** Who is signed in, and the sites they answer for. */
export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: () => askRelay<Me>("GET", "/v1/agent/me"),
  staleTime: 60_000,
});

/** The same, looked at often: for screens that wait for the bell's first sign of life. */
export const freshMeQuery = queryOptions({ ...meQuery, refetchInterval: 10_000, staleTime: 5_000 });

/** Changes how much I take at once, and whether I am mailed. */
export function changeMe(changes: MyChanges): Promise<void> {
  return askRelay("PUT", "/v1/agent/me", changes);
}

export const signInsQuery = queryOptions({
  queryKey: ["sign-ins"],
  queryFn: () => askRelay<SignInList>("GET", "/v1/agent/sign-ins"),
});

/** Whether an owner, and a shop, are still missing. */
export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: () => askRelay<SetupState>("GET", "/v1/setup"),
});

/** Closed conversations, newest first, page by page. */
export const closedQuery = infiniteQueryOptions({
  queryKey: ["conversations", "closed"],
  queryFn: ({ pageParam }) => askRelay<ConversationPage>("GET", closedPath(pageParam)),
  initialPageParam: null as number | null,
  getNextPageParam: (page: ConversationPage) => {
    const oldest = page.conversations.at(-1);
    return page.more && oldest ? lastAt(oldest) : null;
  },
});

function closedPath(before: number | null): string {
  const path = "/v1/agent/conversations?state=closed";
  return before === null ? path : `${path}&before=${before}`;
}

/** Snoozed conversations, those that come back first. What changes meanwhile comes over the line. */
export const snoozedQuery = queryOptions({
  queryKey: ["conversations", "snoozed"],
  queryFn: () => askRelay<ConversationPage>("GET", "/v1/agent/conversations?state=snoozed"),
  staleTime: 60_000,
});

export type ConversationAction = "claim" | "release" | "close" | "reopen";

/** Changes who owns a conversation, or whether it is open. The new row comes over the line, not with the answer. */
export function actOn(id: ConversationId, action: ConversationAction): Promise<void> {
  return askRelay("POST", `/v1/agent/conversations/${id}/${action}`);
}

/** Takes a conversation out of everybody's way until an instant on the relay's clock. */
export function snoozeUntil(id: ConversationId, until: number): Promise<void> {
  return askRelay("POST", `/v1/agent/conversations/${id}/snooze`, { until });
}
