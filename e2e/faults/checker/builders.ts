import type { ConversationId, MessageId } from "@shopbell/protocol/types";
import type { Recording, View } from "../people/recording.ts";
import type { Evidence, StoredConversation } from "./evidence.ts";

export const CONVERSATION = "c".repeat(32) as ConversationId;
export const EPOCH = "e1";

export function anId(count: number): MessageId {
  return count.toString(16).padStart(32, "0") as MessageId;
}

/** What maria wrote as her message number `count`. */
export function words(count: number, conversationId = CONVERSATION): string {
  return `${conversationId} maria ${count}`;
}

export function anEntry(seq: number, text = words(seq)) {
  return { kind: "message", seq, id: anId(seq), author: { kind: "visitor" }, text, at: 1_000 } as const;
}

export function aRow(seq: number, text = words(seq)) {
  return { seq, kind: "message", messageId: anId(seq), text, at: 1_000 };
}

export function aView(changes: Partial<View> = {}): View {
  const seen = { visitor: 0, agent: 0 };
  const entries = [anEntry(1), anEntry(2)];
  return { at: 5, page: 1, conversationId: CONVERSATION, epoch: EPOCH, entries, drafts: [], seen, ...changes };
}

/** Maria wrote twice, was told twice that it is stored, and sees both. */
export function aRecording(changes: Partial<Recording> = {}): Recording {
  const sent = [1, 2].map((count) => ({
    id: anId(count),
    conversationId: CONVERSATION,
    text: words(count),
    at: count,
  }));
  return {
    name: "maria",
    side: "visitor",
    siteKey: "demo",
    sent,
    answers: sent.map(({ id }, index) => ({ id, kind: "accepted", seq: index + 1, at: 3 })),
    views: [aView()],
    heard: [{ conversationId: CONVERSATION, text: words(1) }],
    putOff: [],
    absences: [],
    live: true,
    ...changes,
  };
}

/** The database after that. */
export function aStoredConversation(changes: Partial<StoredConversation> = {}): StoredConversation {
  return { id: CONVERSATION, siteKey: "demo", lastSeq: 2, entries: [aRow(1), aRow(2)], ...changes };
}

/** A run in which nothing went wrong. */
export function evidence(changes: Partial<Evidence> = {}): Evidence {
  return {
    stored: { epoch: EPOCH, conversations: [aStoredConversation()] },
    recordings: [aRecording()],
    freshLoads: [{ conversationId: CONVERSATION, entries: [anEntry(1), anEntry(2)], seen: { visitor: 0, agent: 0 } }],
    inboxes: [],
    freshInbox: {},
    complaints: [],
    ...changes,
  };
}
