import { MAX_CURSORS } from "@shopbell/protocol/limits";
import type { ConversationId, Cursor, RelayFrame } from "@shopbell/protocol/types";
import type { LineState } from "./line-state.ts";
import { lastSeq } from "./thread.ts";
import type { ToRelay } from "./transport.ts";

/**
 * Keeps the watched threads complete: asks for the newest page of what is new, and for what is missing behind a gap,
 * whoever noticed it: an entry that came ahead, a heartbeat, or the end of a resume (R2, P4).
 */
export function createWatcher(state: () => LineState, send: (frame: ToRelay) => void) {
  const watched = new Set<ConversationId>();
  /** Asked for, and not answered yet. */
  const asked = new Set<ConversationId>();

  function ask(id: ConversationId, after: Cursor | null): void {
    if (asked.has(id)) return;
    asked.add(id);
    send({ type: "conversation.open", conversationId: id, after });
  }

  /** Seq up to which the thread has no gap; null where it holds nothing. */
  function cursor(id: ConversationId): Cursor | null {
    const thread = state().threads[id];
    return thread?.entries.length ? lastSeq(thread) : null;
  }

  function fill(id: ConversationId, head = 0): void {
    const thread = state().threads[id];
    if (!thread || !watched.has(id)) return;
    if (thread.held.length || lastSeq(thread) < head) ask(id, cursor(id));
  }

  return {
    /** What this end has, for hello. */
    cursors(): Record<ConversationId, Cursor> {
      const known = [...watched].flatMap((id) => {
        const seq = cursor(id);
        return seq === null ? [] : [[id, seq] as const];
      });
      return Object.fromEntries(known.slice(-MAX_CURSORS));
    },
    /** `begins`: the conversation starts here; the relay watches it for us as soon as it exists. */
    open(id: ConversationId, begins: boolean): void {
      watched.add(id);
      if (!begins && cursor(id) === null) ask(id, null);
    },
    leave(id: ConversationId): void {
      watched.delete(id);
      asked.delete(id);
      send({ type: "conversation.leave", conversationId: id });
    },
    clear(): void {
      watched.clear();
      asked.clear();
    },
    /** A new link: questions on the old one will not be answered any more. */
    resume(): void {
      asked.clear();
      const begun = new Set(state().outbox.flatMap((draft) => (draft.start ? [draft.conversationId] : [])));
      for (const id of watched) if (cursor(id) === null && !begun.has(id)) ask(id, null);
    },
    hear(frame: RelayFrame): void {
      switch (frame.type) {
        case "heartbeat":
          for (const [id, head] of Object.entries(frame.heads)) fill(id as ConversationId, head);
          break;
        case "resumed":
          asked.delete(frame.conversationId);
          fill(frame.conversationId, frame.lastSeq);
          break;
        case "entry.added":
          fill(frame.conversationId);
          break;
        case "problem":
          // There is no such thing, or too much is watched: whoever still wants it may ask again.
          if (frame.conversationId) asked.delete(frame.conversationId);
      }
    },
  };
}
