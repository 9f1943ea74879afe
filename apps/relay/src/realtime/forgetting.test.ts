import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { connect, hello, openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";
import { PollSink } from "./poll-sink.ts";
import { VisitorPeer } from "./visitor-peer.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

test("[H7] a visitor who forgets ends the conversation for the shop, and is nobody from then on", async () => {
  const agent = await openAgent(relay);
  const visitor = await openVisitor(relay);
  await say(visitor, "my secret size", conversationId);
  agent.send({ type: "conversation.open", conversationId, after: null });
  await agent.first("resumed");

  visitor.send({ type: "visitor.forget" });
  visitor.close();

  expect((await agent.first("entry.added")).entry).toMatchObject({
    kind: "event",
    event: "closed",
    by: { kind: "visitor" },
  });
  await expect
    .poll(async () => {
      const again = await connect(relay, "/v1/sites/demo/socket");
      again.send(hello({ token: visitor.token }));
      return Promise.race([again.closed, again.first("welcome").then(() => "welcomed")]);
    })
    .toBe(4401);
});

test("[H7] forgetting is done although it waited behind another frame when the socket closed", async () => {
  const agent = await openAgent(relay);
  const visitor = await openVisitor(relay);
  await say(visitor, "my secret size", conversationId);

  const peer = new VisitorPeer(relay.parts.context, new PollSink(), "demo", "127.0.0.1");
  peer.receive(JSON.stringify(hello({ token: visitor.token })));
  await peer.settled();

  peer.receive(JSON.stringify({ type: "conversation.open", conversationId, after: null }));
  peer.receive(JSON.stringify({ type: "visitor.forget" }));
  peer.leave();

  const closed = await agent.first("conversation.changed", ({ conversation }) => conversation.state === "closed");
  expect(closed.conversation.id).toBe(conversationId);
});

test("[H7] only what is open is closed, and only the visitor's own", async () => {
  const other = await openVisitor(relay);
  await say(other, "somebody else's", aConversationId(2));
  const visitor = await openVisitor(relay);
  await say(visitor, "mine", conversationId);
  const agent = await openAgent(relay);

  visitor.send({ type: "visitor.forget" });
  const changed = await agent.first("conversation.changed");

  expect(changed.conversation).toMatchObject({ id: conversationId, state: "closed" });
  expect((await say(other, "still here", aConversationId(2))).seq).toBe(2);
});

test("an agent cannot forget on a visitor's behalf", async () => {
  const agent = await openAgent(relay);

  agent.send({ type: "visitor.forget" });

  expect(await agent.first("problem")).toMatchObject({ code: "malformed" });
});
