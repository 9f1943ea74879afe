import type { ConversationSummary } from "@shopbell/protocol/types";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { snoozedQuery } from "../http/queries.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { snoozedRows } from "./inbox-order.ts";

export interface Snoozed {
  readonly rows: readonly ConversationSummary[];
  /** There are more than the relay lists: those come back later. */
  readonly more: boolean;
  readonly loading: boolean;
  readonly error: Error | null;
}

/** The snoozed conversations: as the relay listed them, corrected by what the line heard since. */
export function useSnoozed(): Snoozed {
  const inbox = useLineState((state) => state.inbox);
  const { data, isPending, error } = useQuery(snoozedQuery);
  const rows = useMemo(() => snoozedRows(data?.conversations ?? [], inbox), [data, inbox]);
  return { rows, more: data?.more ?? false, loading: isPending, error };
}

/** Asks for the snoozed conversations anew with every inbox: what was put off during a loss of the link was not heard. */
export function useSnoozedAfresh(): void {
  const { line } = useDesk();
  const queries = useQueryClient();
  useEffect(
    () =>
      line.onFrame((frame) => {
        if (frame.type === "inbox.loaded") queries.invalidateQueries({ queryKey: snoozedQuery.queryKey });
      }),
    [line, queries],
  );
}
