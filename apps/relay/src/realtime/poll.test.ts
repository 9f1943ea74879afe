import type { PollResponse } from "@shopbell/protocol";
import { aConversationId, aMessageId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hello, openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";

const conversationId = aConversationId(1);

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(() => relay.stop());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(relay.url + path, {
    method: "POST",
    headers: { origin: relay.url, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function poll(frames: unknown[], waitMs = 0, path = "/v1/sites/demo/poll", headers = {}): Promise<PollResponse> {
  const response = await post(path, { frames, waitMs }, headers);
  return (await response.json()) as PollResponse;
}

function typesOf({ frames }: PollResponse): string[] {
  return frames.map(({ type }) => type);
}

test("[B5] a poll carries the same frames and is answered with the same frames", async () => {
  const send = { type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true };

  const answer = await poll([hello(), send]);

  expect(typesOf(answer)).toEqual(["welcome", "message.accepted", "entry.added"]);
  expect(answer.close).toBeUndefined();
});

test("[B5] what was missed between two polls comes with the next one", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  const agent = await openAgent(relay);
  await say(agent, "good morning", conversationId);
  const { token, welcome } = visitor;

  const answer = await poll([hello({ token, epoch: welcome.epoch, cursors: { [conversationId]: 1 } })]);

  expect(typesOf(answer)).toEqual(["welcome", "entries.replayed", "resumed"]);
});

test("[B5] a poll with nothing to tell waits for the first thing that happens", async () => {
  const visitor = await openVisitor(relay);
  await say(visitor, "hello", conversationId);
  const { token, welcome } = visitor;
  const agent = await openAgent(relay);

  const waiting = poll([hello({ token, epoch: welcome.epoch, cursors: { [conversationId]: 1 } })], 20_000);
  await expect.poll(() => [...relay.parts.peers.all].length).toBe(3);
  await say(agent, "good morning", conversationId);

  expect(JSON.stringify(await waiting)).toContain('"event":"assigned"');
});

test("[B5] an agent polls on their sign-in", async () => {
  const answer = await poll([hello()], 0, "/v1/agent/poll", { cookie: relay.owner.cookie });

  expect(typesOf(answer)).toEqual(["welcome", "inbox.loaded"]);
});

test("[K3] an agent who is not signed in is told so as a socket would be", async () => {
  expect(await poll([hello()], 0, "/v1/agent/poll")).toEqual({ frames: [], close: 4401 });
});

test("[H1] a poll that does not begin with hello is closed as a socket would be", async () => {
  expect(await poll([{ type: "probe" }], 20_000)).toMatchObject({ close: 4400 });
});

test("[H3] an unknown token closes a poll with 4401", async () => {
  expect(await poll([hello({ token: "made up" })], 20_000)).toEqual({ frames: [], close: 4401 });
});

test("[X3] coming back for each message buys no budget", async () => {
  const { token } = await openVisitor(relay);
  const reasons: unknown[] = [];
  for (let n = 1; n <= 7; n += 1) {
    const send = { type: "message.send", conversationId, id: aMessageId(n), text: "hurry", start: true };
    const { frames } = await poll([hello({ token }), send]);
    reasons.push(...frames.map((frame) => frame.type === "message.refused" && frame.reason).filter(Boolean));
  }

  expect(reasons).toContain("too-fast");
});

test("[K4] another page's poll is refused, and the preflight lets in only whom the list names", async () => {
  const body = { frames: [hello()], waitMs: 0 };
  const preflight = (origin: string) =>
    fetch(`${relay.url}/v1/sites/demo/poll`, { method: "OPTIONS", headers: { origin } });

  expect((await post("/v1/sites/demo/poll", body, { origin: "https://evil.example" })).status).toBe(403);
  expect((await preflight("https://evil.example")).status).toBe(403);
  const allowed = await preflight(relay.url);
  expect(allowed.headers.get("access-control-allow-origin")).toBe(relay.url);
  expect(allowed.headers.get("access-control-allow-headers")).toBe("content-type");
});

test.each([{}, { frames: [], waitMs: 0 }, { frames: [1], waitMs: -1 }, [], null])("%j is no poll", async (body) => {
  const response = await post("/v1/sites/demo/poll", body);

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "malformed" });
});

test("[X4] over a poll too, a text that is wrong is refused alone, and what came with it is stored", async () => {
  const good = { type: "message.send", conversationId, id: aMessageId(1), text: "hello", start: true };
  const wrong = { type: "message.send", conversationId, id: aMessageId(2), text: "\0" };

  const answer = await poll([hello(), good, wrong]);

  expect(answer.close).toBeUndefined();
  expect(typesOf(answer)).toEqual(expect.arrayContaining(["welcome", "message.accepted", "message.refused"]));
});

test("[A5] a poll that waits is answered when somebody comes to the counter", async () => {
  const visitor = await openVisitor(relay);
  const { token, welcome } = visitor;
  const waiting = poll([hello({ token, epoch: welcome.epoch })], 20_000);
  await expect.poll(() => [...relay.parts.peers.all].length).toBe(2);

  await openAgent(relay);

  expect(typesOf(await waiting)).toEqual(["welcome", "availability.changed"]);
});
