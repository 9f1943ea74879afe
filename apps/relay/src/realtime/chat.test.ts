import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAgent, openVisitor, startRelay, type TestRelay } from "../testing/index.ts";

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

test("a visitor rings, an agent hears it, opens it and answers, and the visitor hears that", async () => {
  const agent = await openAgent(relay);
  const visitor = await openVisitor(relay);
  const conversationId = aConversationId(1);

  visitor.send({ type: "message.send", conversationId, id: aMessageId(1), text: "Do these run small?", start: true });
  const accepted = await visitor.first("message.accepted");
  const row = await agent.first("conversation.changed");
  agent.send({ type: "conversation.open", conversationId, after: null });
  await agent.first("resumed");
  agent.send({ type: "message.send", conversationId, id: aMessageId(2), text: "Half a size. Take 38." });
  const answer = await visitor.first(
    "entry.added",
    ({ entry }) => entry.kind === "message" && entry.author.kind === "agent",
  );

  expect(accepted.seq).toBe(1);
  expect(row.conversation).toMatchObject({ id: conversationId, number: 1001, unread: 1, assignee: null });
  expect(answer.entry).toMatchObject({ seq: 3, text: "Half a size. Take 38.", author: { agent: { name: "Ana" } } });
});
