import type { ConversationId, ConversationPage, Me, SetupState, SignInList } from "@shopbell/protocol/types";
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

export type ConversationAction = "claim" | "release" | "close" | "reopen";

/** Changes who owns a conversation, or whether it is open. The new row comes over the line, not with the answer. */
export function actOn(id: ConversationId, action: ConversationAction): Promise<void> {
  return askRelay("POST", `/v1/agent/conversations/${id}/${action}`);
}
