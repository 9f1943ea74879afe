import { ANA, aConversationId, aMessage, byAgent, hexId, messages } from "@shopbell/protocol/testing";
import type { AnswerCard } from "@shopbell/protocol/types";
import { expect, test } from "vitest";
import type { AnswerRef } from "./line-state.ts";
import { accept, aLiveLine, applyAgentFrame, type MemoryDrafts } from "./testing/index.ts";

const conversationId = aConversationId(1);
const answer = { id: hexId(7) as AnswerCard["id"], locale: "pt" } satisfies AnswerRef;
const card: AnswerCard = { ...answer, question: "Is it waterproof?", excerpt: "Yes.", link: "/help/x/pt/a/waterproof" };

/** An agent's line that watches a conversation with one message in it. */
function anAgentLine(drafts?: MemoryDrafts) {
  const parts = aLiveLine({ side: "agent", apply: applyAgentFrame, ...(drafts && { drafts }) });
  parts.relay.welcome({ you: { kind: "agent", agent: ANA } });
  parts.line.open(conversationId);
  parts.relay.say({ type: "history.page", conversationId, entries: messages(1, 1), more: false });
  return parts;
}

test("[S1] an answer goes along with each attempt to send it, also after a reload", () => {
  const first = anAgentLine();
  const id = first.line.send(conversationId, "Have a look", { answer });
  first.line.stop();

  const second = anAgentLine(first.drafts);

  for (const { relay } of [first, second]) {
    expect(relay.sentOf("message.send").at(-1)).toEqual({
      type: "message.send",
      conversationId,
      id,
      text: "Have a look",
      answer,
    });
  }
});

test("what goes out with a card is shown as a draft until its echo brings the card", () => {
  const { line, relay, drafts } = anAgentLine();
  const id = line.send(conversationId, "Have a look", { answer });

  accept(relay, 2);
  expect(line.state.outbox).toMatchObject([{ id }]);
  expect(line.state.threads[conversationId]?.entries).toHaveLength(1);

  const entry = aMessage({ seq: 2, id, author: byAgent(), text: "Have a look", card });
  relay.say({ type: "entry.added", conversationId, entry });
  expect(line.state.threads[conversationId]?.entries.at(-1)).toEqual(entry);
  expect([line.state.outbox, drafts.kept.size]).toEqual([[], 0]);
});

test("what goes out with a card from a conversation that was left is done with when it is accepted", () => {
  const { line, relay } = anAgentLine();
  line.send(conversationId, "Have a look", { answer });
  line.leave(conversationId);

  accept(relay, 2);

  expect(line.state.outbox).toEqual([]);
});
