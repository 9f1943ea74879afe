import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import { type FramePeer, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";

let relay: TestRelay;
let visitor: Awaited<ReturnType<typeof openVisitor>>;
beforeEach(async () => {
  relay = await startRelay({ limits: { visitorBurst: { max: 100, windowMs: 1_000 } } });
  visitor = await openVisitor(relay);
});
afterEach(() => relay.stop());

function begin(peer: FramePeer, conversation: number, message: number): void {
  const conversationId = aConversationId(conversation);
  peer.send({ type: "message.send", conversationId, id: aMessageId(message), text: `no. ${message}`, start: true });
}

test("[S4] messages that follow the one that begins a conversation keep their order", async () => {
  for (const message of [1, 2, 3]) begin(visitor, 1, message);

  await visitor.until(() => visitor.ofType("message.accepted").length === 3);
  const accepted = visitor.ofType("message.accepted").map(({ id, seq }) => ({ id, seq }));
  expect(accepted).toEqual([1, 2, 3].map((number) => ({ id: aMessageId(number), seq: number })));
});

test("sending again what began a conversation takes nothing more from the budget for it", async () => {
  begin(visitor, 1, 1);
  await visitor.first("message.accepted");
  const back = await openVisitor(relay, { token: visitor.token });
  begin(back, 1, 1);
  expect(await back.first("message.accepted")).toMatchObject({ seq: 1 });

  for (let n = 2; n <= LIMITS.startsPerVisitor.max; n++) await say(back, "hello", aConversationId(n));
  begin(back, 9, 99);

  expect(await back.first("message.refused")).toMatchObject({ reason: "too-fast", retry: true });
});
