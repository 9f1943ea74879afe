import type { ConversationId, ConversationSummary } from "@shopbell/protocol/types";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { closedQuery, snoozedQuery } from "../http/queries.ts";
import { useLineState, useRow } from "../line/desk.tsx";

/** The row of a conversation: as the line last heard it, else as it stands among the snoozed or the closed ones. */
export function useConversationRow(id: ConversationId): ConversationSummary | undefined {
  const heard = useRow(id);
  const enabled = useLineState((state) => state.inboxLoaded) && heard === undefined;
  const snoozed = useQuery({ ...snoozedQuery, enabled });
  const closed = useInfiniteQuery({ ...closedQuery, enabled });
  const fetched = [snoozed.data, ...(closed.data?.pages ?? [])].flatMap((page) => page?.conversations ?? []);
  return heard ?? fetched.find((row) => row.id === id);
}
