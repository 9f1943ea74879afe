import type { Line, LineState } from "@shopbell/client";
import type { ConversationId } from "@shopbell/protocol/types";
import { useEffect } from "preact/hooks";

/** Watches the conversation on the screen, and every open one, so that the bell hears of what is new. */
export function useWatchedThreads(line: Line, state: LineState, view: ConversationId | null): void {
  const open = state.conversations.filter((head) => head.state === "open").map((head) => head.id);
  const wanted = view && !open.includes(view) ? [view, ...open] : open;
  const missing = wanted.filter((id) => !state.threads[id]).join();
  useEffect(() => {
    if (state.status === "live" && missing) for (const id of missing.split(",")) line.open(id as ConversationId);
  }, [line, state.status, missing]);
}
