import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

test("[A1] wherever the visitor has the conversation open, they see where the answer goes, and agents do too", async () => {
  const agent = await openAgent(relay);
  const phone = await openVisitor(relay);
  await say(phone, "Do you still have it in 38?", conversationId);
  const laptop = await openVisitor(relay, { token: phone.token });

  phone.send({ type: "request.open", conversationId, email: " Haruka.Mori@Mail.Example " });

  const request = { email: "haruka.mori@mail.example", phone: null, answersBy: null, link: expect.any(String) };
  expect(await phone.first("request.changed")).toMatchObject({ conversationId, request });
  expect(await laptop.first("request.changed")).toMatchObject({ conversationId, request });
  const row = await agent.first("conversation.changed", ({ conversation }) => conversation.email !== null);
  expect(row.conversation).toMatchObject({ email: "haruka.mori@mail.example" });
  const later = await openVisitor(relay, { token: phone.token });
  expect(later.welcome.conversations).toMatchObject([{ id: conversationId, request }]);
});

test("[A1] who says the same again is told the same again", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  visitor.send({ type: "request.open", conversationId, email: "haruka@mail.example" });
  visitor.send({ type: "request.open", conversationId, email: "haruka@mail.example" });

  await visitor.until(() => visitor.ofType("request.changed").length === 2);

  const [first, second] = visitor.ofType("request.changed");
  expect(second).toEqual(first);
});

test.each([
  [{ email: "haruka@" }, "email-invalid"],
  [{ email: "a@b.example\r\nBcc: everybody@mail.example" }, "email-invalid"],
  [{ email: `${"a".repeat(300)}@mail.example` }, "email-invalid"],
  [{}, "email-invalid"],
  [{ phone: "21 000 0142" }, "phone-invalid"],
  [{ phone: "+351 21" }, "phone-invalid"],
  [{ phone: "+351 21 000 0142", callAt: 1 }, "time-invalid"],
])("[A2] %j is refused, and nothing changes", async (whereto, code) => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);

  visitor.send({ type: "request.open", conversationId, ...whereto });

  expect(await visitor.first("problem")).toMatchObject({ code, re: "request.open", conversationId });
  const later = await openVisitor(relay, { token: visitor.token });
  expect(later.welcome.conversations).toMatchObject([{ request: null }]);
});

test("[K2] nobody says where the answer to somebody else's conversation goes", async () => {
  const haruka = await openVisitor(relay);
  await say(haruka, "hello", conversationId);
  const maria = await openVisitor(relay);

  maria.send({ type: "request.open", conversationId, email: "maria@mail.example" });

  expect(await maria.first("problem")).toMatchObject({ code: "not-found", conversationId });
});

test("one visitor begins as many conversations in a day as the owner allows", async () => {
  await relay.parts.storage.db
    .updateTable("sites")
    .set({ promises: JSON.stringify({ requestsPerDay: 2 }) })
    .execute();
  await relay.parts.context.sites.refresh();
  const visitor = await openVisitor(relay);
  await say(visitor, "one", aConversationId(1));
  await say(visitor, "two", aConversationId(2));

  const third = { conversationId: aConversationId(3), id: aMessageId(3), text: "three", start: true };
  visitor.send({ type: "message.send", ...third });

  expect(await visitor.first("message.refused")).toMatchObject({ reason: "too-fast", retry: true });
});

test("one visitor has mail sent to a few addresses a day, and one address is named a few times, whoever names it", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  const name = (email: string) => visitor.send({ type: "request.open", conversationId, email });
  for (const each of [1, 2, 3]) {
    name("victim@mail.example");
    name(`other-${each}@mail.example`);
  }

  const problem = await visitor.first("problem");

  expect(problem).toMatchObject({ code: "too-fast", re: "request.open" });
  expect(visitor.ofType("request.changed").length).toBeLessThanOrEqual(5);
});

test("a shop that calls nobody takes no number", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);

  visitor.send({ type: "request.open", conversationId, phone: "+351 21 000 0142" });

  expect(await visitor.first("problem")).toMatchObject({ code: "forbidden", re: "request.open" });
});
