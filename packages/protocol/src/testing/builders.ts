import { ConversationId, MessageId } from "../ids.ts";
import type { AgentFace, Author, ConversationSummary, Entry, Message, SiteState } from "../index.ts";

/** 32 hex digits that say which thing they stand for: `hexId(7)` ends in 7. */
export function hexId(n: number): string {
  return n.toString(16).padStart(32, "0");
}

export function aConversationId(n = 1): ConversationId {
  return ConversationId.parse(hexId(n));
}

export function aMessageId(n = 1): MessageId {
  return MessageId.parse(hexId(n));
}

export const ANA: AgentFace = { id: "ana", name: "Ana", photo: null };
export const JOAO: AgentFace = { id: "joao", name: "João", photo: null };

export function byVisitor(): Author {
  return { kind: "visitor" };
}

export function byAgent(agent: AgentFace = ANA): Author {
  return { kind: "agent", agent };
}

/** A message of the visitor whose id, text and instant follow from its seq. */
export function aMessage(changes: Partial<Message> = {}): Message {
  const seq = changes.seq ?? 1;
  return {
    kind: "message",
    seq,
    id: aMessageId(seq),
    author: byVisitor(),
    text: `message ${seq}`,
    at: 1_000 + seq,
    ...changes,
  };
}

/** Messages with seq `from` to `to`. */
export function messages(from: number, to: number): Entry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => aMessage({ seq: from + index }));
}

export function aSummary(changes: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    id: aConversationId(),
    number: 1001,
    state: "open",
    lastSeq: 1,
    lastMessage: aMessage(),
    seen: { visitor: 1, agent: 0 },
    site: { key: "lisboa-shoes", name: "Lisboa Shoes" },
    channel: "chat",
    visitor: { id: "v1", name: null },
    email: null,
    phone: null,
    callAt: null,
    promisedAt: null,
    snoozedUntil: null,
    assignee: null,
    waitingSince: 1_001,
    unread: 1,
    startedOn: null,
    createdAt: 1_000,
    ...changes,
  };
}

/** A shop with nobody there, which says nothing about itself. */
export function aSiteState(changes: Partial<SiteState> = {}): SiteState {
  return {
    availability: "away",
    people: [],
    waitMinutes: null,
    opensAt: null,
    closesAt: null,
    replyMinutes: null,
    answersBy: null,
    mails: false,
    calls: false,
    callsBack: false,
    ...changes,
  };
}
