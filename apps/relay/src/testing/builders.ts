import { ANA, aConversationId } from "@shopbell/protocol/testing";
import type { Conversation } from "../conversations/conversation.ts";
import type { AgentParty, VisitorParty } from "../conversations/party.ts";

export function aVisitor(changes: Partial<VisitorParty> = {}): VisitorParty {
  return { kind: "visitor", id: "maria", siteKey: "demo", tokenHash: "hash of maria's token", ...changes };
}

export function anAgent(changes: Partial<AgentParty> = {}): AgentParty {
  return { kind: "agent", id: ANA.id, face: ANA, role: "agent", signInId: "ana's sign-in", ...changes };
}

/** A conversation of `aVisitor` in which one message was said and nobody has answered. */
export function aConversation(changes: Partial<Conversation> = {}): Conversation {
  return {
    id: aConversationId(),
    number: 1001,
    site: { key: "demo", name: "Lisboa Shoes" },
    visitor: { id: "maria", name: null },
    state: "open",
    assignee: null,
    lastSeq: 1,
    lastAt: 1_000,
    lastMessage: null,
    seen: { visitor: 0, agent: 0 },
    waitingSince: 1_000,
    unread: 1,
    startedOn: null,
    createdAt: 1_000,
    channel: "chat",
    email: null,
    phone: null,
    callAt: null,
    requestedAt: null,
    promisedAt: null,
    firstReplyAt: null,
    snoozedUntil: null,
    mailedSeq: 0,
    ...changes,
  };
}
