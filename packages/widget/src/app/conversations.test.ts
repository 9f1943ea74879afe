import { EMPTY_LINE } from "@shopbell/client";
import { ANA, aConversationId, aMessage, byAgent, JOAO } from "@shopbell/protocol/testing";
import type { ConversationEvent, ConversationHead } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import { aThread } from "../testing/fake-line.ts";
import { conversationsOf, partnerIn } from "./conversations.ts";

const ID = aConversationId();

function aHead(changes: Partial<ConversationHead> = {}): ConversationHead {
  const lastMessage = aMessage({ seq: 4, author: byAgent() });
  return {
    id: ID,
    number: 1001,
    state: "open",
    lastSeq: 4,
    lastMessage,
    seen: { visitor: 3, agent: 0 },
    request: null,
    ...changes,
  };
}

function anEvent(seq: number, event: ConversationEvent["event"], agent = ANA): ConversationEvent {
  return { kind: "event", seq, at: 1_000, event, by: byAgent(agent) };
}

test("unread are the agent's messages after the last one that the visitor saw", () => {
  const entries = [
    aMessage({ seq: 1 }),
    aMessage({ seq: 2, author: byAgent() }),
    aMessage({ seq: 3, author: byAgent() }),
  ];
  const threads = { [ID]: aThread({ entries, seen: { visitor: 2, agent: 0 } }) };

  expect(conversationsOf({ ...EMPTY_LINE, threads })[0]?.unread).toBe(1);
});

test("the visitor's own words and events are never unread", () => {
  const threads = { [ID]: aThread({ entries: [aMessage({ seq: 1 }), anEvent(2, "assigned")] }) };

  expect(conversationsOf({ ...EMPTY_LINE, threads })[0]?.unread).toBe(0);
});

test("before its thread is loaded, a conversation's newest message counts", () => {
  const seen = aHead({ seen: { visitor: 4, agent: 0 } });

  expect(conversationsOf({ ...EMPTY_LINE, conversations: [aHead()] })[0]?.unread).toBe(1);
  expect(conversationsOf({ ...EMPTY_LINE, conversations: [seen] })[0]?.unread).toBe(0);
});

test("the conversation with the newest words comes first, and one that is not sent yet is listed too", () => {
  const draft = {
    id: aMessage().id,
    conversationId: aConversationId(2),
    text: "hello",
    writtenAt: 9_000,
    status: "sending",
  } as const;
  const listed = conversationsOf({ ...EMPTY_LINE, conversations: [aHead()], outbox: [draft] });

  expect(listed.map(({ last }) => last?.text)).toEqual(["hello", "message 4"]);
});

test("the visitor talks to whoever joined or wrote last, until they let go", () => {
  expect(partnerIn([])).toBeNull();
  expect(partnerIn([anEvent(1, "assigned"), aMessage({ seq: 2 })])).toEqual(ANA);
  expect(partnerIn([anEvent(1, "assigned"), aMessage({ seq: 2, author: byAgent(JOAO) })])).toEqual(JOAO);
  expect(partnerIn([anEvent(1, "assigned", JOAO), anEvent(2, "closed")])).toEqual(JOAO);
  expect(partnerIn([anEvent(1, "assigned"), anEvent(2, "released")])).toBeNull();
});
