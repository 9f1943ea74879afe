import { randomUUID } from "node:crypto";
import type { AnswerDraft, Learning } from "@shopbell/protocol";
import { aConversationId } from "@shopbell/protocol/testing";
import fastify from "fastify";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SiteGate } from "../sites/site-routes.ts";
import { openAgent, openVisitor, say, startRelay, type TestRelay } from "../testing/index.ts";
import { searchRoutes } from "./search-routes.ts";

let relay: TestRelay;
beforeEach(async () => {
  relay = await startRelay({ limits: { searchReportsPerAddress: { max: 5, windowMs: 60_000 } } });
});
afterEach(() => relay.stop());

const SEARCH = {
  id: randomUUID(),
  locale: "en",
  words: "gift wrapping",
  found: 0,
  answerId: null,
  conversationId: null,
};

function report(body: object, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${relay.url}/v1/sites/demo/searches`, {
    method: "POST",
    headers: { origin: relay.url, "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

function asAgent(path: string, body?: object, cookie = relay.owner.cookie): Promise<Response> {
  const headers = { origin: relay.url, cookie, ...(body && { "content-type": "application/json" }) };
  const method = body ? "POST" : "GET";
  return fetch(`${relay.url}/v1/agent/${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
}

test("what a visitor searched in vain is what any agent reads, until they say that it is done", async () => {
  const { cookie } = await relay.addAgent("Rui");
  expect((await report(SEARCH)).status).toBe(204);

  const learning = (await (await asAgent("sites/demo/learning?days=7", undefined, cookie)).json()) as Learning;
  expect(learning).toMatchObject({ searches: 1, missing: [{ words: "gift wrapping", times: 1 }], chats: [], down: [] });
  const done = await asAgent("sites/demo/learning/done", { words: "Gift wrapping", locale: "en" }, cookie);
  expect(done.status).toBe(204);

  expect(((await (await asAgent("sites/demo/learning")).json()) as Learning).missing).toEqual([]);
});

test("nobody reads it who is not signed in, and no other shop's page reports", async () => {
  expect((await asAgent("sites/demo/learning", undefined, "")).status).toBe(401);
  expect((await asAgent("sites/nowhere/learning")).status).toBe(404);
  expect((await asAgent("sites/demo/learning?days=0")).status).toBe(400);
  expect((await report(SEARCH, { origin: "https://evil.example" })).status).toBe(403);
  expect((await report({ ...SEARCH, at: 1 })).status).toBe(400);
});

test("an address reports so many searches in a minute", async () => {
  for (let nth = 0; nth < 5; nth += 1) expect((await report({ ...SEARCH, id: randomUUID() })).status).toBe(204);
  expect((await report({ ...SEARCH, id: randomUUID() })).status).toBe(429);
});

test("a reply in a chat is the beginning of an answer, in the shop's language", async () => {
  const conversationId = aConversationId(1);
  const [visitor, agent] = [await openVisitor(relay), await openAgent(relay)];
  await say(visitor, "Hello. Do you gift-wrap order 20871?", conversationId);
  const { seq } = await say(agent, "We do, call 21 000 0142.", conversationId);

  const response = await asAgent(`conversations/${conversationId}/answer-draft?seq=${seq}`);

  expect((await response.json()) as AnswerDraft).toEqual({
    siteKey: "demo",
    locale: "en",
    question: "Do you gift-wrap order …?",
    source: "We do, call ….",
    masked: 2,
  });
  for (const [path, status] of [
    [`conversations/${conversationId}/answer-draft?seq=1`, 404],
    [`conversations/${conversationId}/answer-draft?seq=99`, 404],
    [`conversations/${conversationId}/answer-draft`, 400],
    [`conversations/${aConversationId(2)}/answer-draft?seq=1`, 404],
    ["conversations/nonsense/answer-draft?seq=1", 404],
  ] as const) {
    expect((await asAgent(path)).status, path).toBe(status);
  }
  expect((await asAgent(`conversations/${conversationId}/answer-draft?seq=${seq}`, undefined, "")).status).toBe(401);
});

test("what was searched too long ago is forgotten where a relay begins, though nobody searches", async () => {
  const { parts } = relay;
  const { storage, context, address } = parts;
  expect((await report(SEARCH)).status).toBe(204);
  await storage.db.updateTable("searches").set({ at: 1 }).execute();

  const app = fastify();
  await app.register(searchRoutes({ parts, gate: new SiteGate({ sites: context.sites, address }) }));
  await app.ready();

  expect(await storage.db.selectFrom("searches").select("id").execute()).toEqual([]);
  await app.close();
});
