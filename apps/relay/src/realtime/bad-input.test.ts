import { MAX_FRAME_BYTES, MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

const NONSENSE: [string, string][] = [
  ["no JSON", "{"],
  ["nothing", ""],
  ["null", "null"],
  ["a number", "7"],
  ["a list", "[]"],
  ["no type", "{}"],
  ["an unknown type", '{"type":"drop.tables"}'],
  ["a type that objects inherit", '{"type":"constructor"}'],
  ["a polluted prototype", '{"__proto__":{"type":"probe"},"constructor":{"prototype":{"polluted":1}}}'],
  ["a frame of the relay", '{"type":"welcome"}'],
  ["a second hello", '{"type":"hello","protocol":1,"token":null,"cursors":{},"epoch":null}'],
  ["a deep nest", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
  ["a wrong id", '{"type":"conversation.open","conversationId":"1","after":null}'],
  ["a seq below one", `{"type":"seen.set","conversationId":"${conversationId}","seq":0}`],
  ["a seq that is no number", `{"type":"seen.set","conversationId":"${conversationId}","seq":"1e3"}`],
];

test.each(NONSENSE)("[X1] %s is answered with a problem, counted, and disturbs nobody", async (_name, text) => {
  const visitor = await openVisitor(relay);
  const neighbour = await openVisitor(relay);

  visitor.send(text);

  expect(await visitor.first("problem")).toMatchObject({ code: "malformed" });
  expect(relay.parts.context.counters.refusals.malformed).toBe(1);
  expect((await say(neighbour, "hello", conversationId)).seq).toBe(1);
  expect((await say(visitor, "hello", aConversationId(2))).seq).toBe(1);
  expect("polluted" in {}).toBe(false);
});

test("[X1] the problem names the type of the frame where it could be read", async () => {
  const visitor = await openVisitor(relay);
  visitor.send({ type: "seen.set" });

  expect(await visitor.first("problem")).toEqual({ type: "problem", code: "malformed", re: "seen.set" });
});

test("[X1] the tenth on one socket closes it with 4400", async () => {
  const visitor = await openVisitor(relay);
  for (let n = 0; n < 9; n += 1) visitor.send("nonsense");
  await visitor.caughtUp();

  visitor.send("nonsense");

  expect(await visitor.closed).toBe(4400);
  expect(visitor.ofType("problem")).toHaveLength(10);
});

test("[H6] fields that a newer end may send are ignored", async () => {
  const visitor = await openVisitor(relay);
  visitor.send({ type: "probe", mood: "curious" });

  await visitor.first("heartbeat");
  expect(visitor.ofType("problem")).toEqual([]);
});

test("[X2] a frame above 64 KiB closes with 1009, one of exactly that size does not", async () => {
  const visitor = await openVisitor(relay);
  const probe = '{"type":"probe","filler":""}';
  visitor.send(probe.replace('""', `"${"x".repeat(MAX_FRAME_BYTES - probe.length)}"`));
  await visitor.first("heartbeat");

  visitor.send("x".repeat(MAX_FRAME_BYTES + 1));

  expect(await visitor.closed).toBe(1009);
});

test("[X2] a binary frame is malformed", async () => {
  const visitor = await openVisitor(relay);
  visitor.send(Buffer.from('{"type":"probe"}'));

  expect(await visitor.first("problem")).toEqual({ type: "problem", code: "malformed" });
});

test("[X3] more than 100 frames a minute from a visitor close with 4429", async () => {
  const visitor = await openVisitor(relay);
  for (let n = 0; n < 99; n += 1) visitor.send({ type: "heartbeat.answer" });
  await visitor.caughtUp();

  for (let n = 0; n < 3; n += 1) visitor.send({ type: "heartbeat.answer" });

  expect(await visitor.closed).toBe(4429);
});

test("[X3] the sixth message in a moment is refused and says when to try again", async () => {
  const visitor = await openVisitor(relay);
  for (let n = 1; n <= 6; n += 1) {
    visitor.send({ type: "message.send", conversationId, id: aMessageId(n), text: "hurry", start: true });
  }

  const refused = await visitor.first("message.refused");
  await visitor.caughtUp();

  expect(refused).toMatchObject({ id: aMessageId(6), reason: "too-fast", retry: true });
  expect(refused.retryInMs).toBeGreaterThan(0);
  expect(visitor.ofType("message.accepted")).toHaveLength(5);
});

test.each([
  ["empty", ""],
  ["only blanks", "  \n "],
  ["too long", "x".repeat(MAX_TEXT_LENGTH + 1)],
  ["64 KiB of combining characters", "\u0301".repeat(30_000)],
  ["NUL", "a\0b"],
  ["a lone surrogate", "a\ud800b"],
  ["no text at all", 7],
])("[X4] a text that is %s is refused beside the text, and is no malformed frame", async (_name, text) => {
  const visitor = await openVisitor(relay);
  visitor.send({ type: "message.send", conversationId, id: aMessageId(1), text, start: true });

  const refused = await visitor.first("message.refused");

  expect(refused).toMatchObject({ conversationId, id: aMessageId(1), reason: "text-invalid", retry: false });
  expect(relay.parts.context.counters.refusals.malformed).toBe(0);
});

test("text comes back exactly as it was written, whatever it looks like", async () => {
  const texts = [
    "<img src=x onerror=alert(1)>",
    "{{7*7}}",
    "👩‍👩‍👧 ação \u202e",
    '__proto__ "\\"',
    "e\u0301".repeat(1_000),
  ];
  const visitor = await openVisitor(relay);
  for (const text of texts) await say(visitor, text, conversationId);
  const agent = await openAgent(relay);

  agent.send({ type: "conversation.open", conversationId, after: null });
  const page = await agent.first("history.page");

  expect(page.entries.map((entry) => entry.kind === "message" && entry.text)).toEqual(texts);
});
