import type { LineState, Thread } from "@shopbell/client";
import type { AgentFace, Author, ConversationId, Entry, Message } from "@shopbell/protocol/types";

/** A conversation as the first screen lists it. */
export interface Listed {
  readonly id: ConversationId;
  /** The newest message, sent or not; null where only something happened. */
  readonly last: Pick<Message, "author" | "text" | "at"> | null;
  readonly partner: AgentFace | null;
  readonly unread: number;
}

/** The visitor's own conversations, newest words first: those that the relay told of, and those begun here. */
export function conversationsOf(state: LineState): Listed[] {
  const ids = new Set<ConversationId>([
    ...state.outbox.map((draft) => draft.conversationId),
    ...state.conversations.map((head) => head.id),
    ...(Object.keys(state.threads) as ConversationId[]),
  ]);
  return [...ids].map((id) => listed(state, id)).sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
}

function listed(state: LineState, id: ConversationId): Listed {
  const head = state.conversations.find((known) => known.id === id);
  const entries = entriesOf(state.threads[id], head?.lastMessage);
  const draft = state.outbox.findLast((waiting) => waiting.conversationId === id);
  const last = draft
    ? { author: { kind: "visitor" } as const, text: draft.text, at: draft.writtenAt }
    : (entries.findLast((entry) => entry.kind === "message") ?? null);
  const seen = Math.max(state.threads[id]?.seen.visitor ?? 0, head?.seen.visitor ?? 0);
  return { id, last, partner: partnerIn(entries), unread: entries.filter((entry) => isUnread(entry, seen)).length };
}

/** Until the thread is loaded, the newest entry is all that is known of it. */
function entriesOf(thread: Thread | undefined, lastMessage: Entry | null | undefined): readonly Entry[] {
  if (thread?.entries.length) return thread.entries;
  return lastMessage ? [lastMessage] : [];
}

/** Whether an entry is news to the visitor: an agent said it, and it was not on the screen yet. */
export function isUnread(entry: Entry, seenByVisitor: number): boolean {
  return entry.kind === "message" && entry.author.kind === "agent" && entry.seq > seenByVisitor;
}

/** The agent whom the visitor talks to: who joined or wrote last. Null before anybody did, and after they let go. */
export function partnerIn(entries: readonly Entry[]): AgentFace | null {
  const last = entries.findLast((entry) =>
    entry.kind === "event" ? /assigned|released/.test(entry.event) : entry.author.kind === "agent",
  );
  if (last?.kind === "message") return agentIn(last.author);
  return last?.event === "assigned" ? agentIn(last.by) : null;
}

function agentIn(author: Author): AgentFace | null {
  return author.kind === "agent" ? author.agent : null;
}
