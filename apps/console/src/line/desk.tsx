import type { Line, LineState } from "@shopbell/client";
import type { ConversationId, ConversationSummary, Me } from "@shopbell/protocol/types";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useSyncExternalStore } from "react";
import type { UnfinishedTexts } from "../board/unfinished-texts.ts";
import type { RelayClock } from "./relay-clock.ts";

/** What a signed-in agent sits at: who they are, their line to the relay, its clock, and what they have not finished writing. */
export interface Desk {
  readonly me: Me;
  readonly line: Line;
  readonly clock: RelayClock;
  readonly unfinished: UnfinishedTexts;
}

const DeskContext = createContext<Desk | null>(null);

/** Keeps the line connected while it is on the screen. */
export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  const { line } = desk;
  useEffect(() => {
    line.start();
    return () => line.stop();
  }, [line]);
  return <DeskContext value={desk}>{children}</DeskContext>;
}

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("used outside of DeskProvider");
  return desk;
}

/** A part of the line's state. `select` must return a part as it is, not a new object: it is compared by identity. */
export function useLineState<Part>(select: (state: LineState) => Part): Part {
  const { line } = useDesk();
  const subscribe = useCallback((listener: () => void) => line.subscribe(listener), [line]);
  return useSyncExternalStore(subscribe, () => select(line.state));
}

/** The row of a conversation as the line knows it. */
export function useRow(id: ConversationId): ConversationSummary | undefined {
  return useLineState((state) => state.inbox[id]);
}
