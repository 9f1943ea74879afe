import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { useInfiniteQuery } from "@tanstack/react-query";
import { closedQuery } from "../http/queries.ts";
import { useLineState, useRow } from "../line/desk.tsx";

/** The row of a conversation: as the line last heard it, else as it stands among the closed ones. */
export function useConversationRow(id: ConversationId): ConversationSummary | undefined {
  const heard = useRow(id);
  const inboxLoaded = useLineState((state) => state.inboxLoaded);
  const closed = useInfiniteQuery({ ...closedQuery, enabled: inboxLoaded && heard === undefined });
  return heard ?? closed.data?.pages.flatMap((page) => page.conversations).find((row) => row.id === id);
}
