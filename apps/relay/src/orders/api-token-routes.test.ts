import type { ApiTokens } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test } from "vitest";
import { anOrder } from "./testing/builders.ts";
import { OrderStage } from "./testing/order-stage.ts";

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
});
afterEach(() => stage.close());

async function list(site = "demo"): Promise<ApiTokens["tokens"]> {
  return ((await (await stage.asAgent(`sites/${site}/tokens`)).json()) as ApiTokens).tokens;
}

test("a token is shown once, and is known by its last four characters after that", async () => {
  const response = await stage.asAgent("sites/demo/tokens", { body: { name: " our shop " } });
  const { id, token } = (await response.json()) as { id: string; token: string };

  expect(response.status).toBe(201);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(token).toMatch(/^shopbell_[\w-]{43}$/);
  const createdAt = stage.clock.now();
  expect(await list()).toEqual([{ id, name: "our shop", createdAt, usedAt: null, lastFour: token.slice(-4) }]);
  const stored = await stage.relay.parts.storage.db.selectFrom("api_tokens").selectAll().execute();
  expect(JSON.stringify(stored)).not.toContain(token.slice("shopbell_".length, -4));
});

test("when it was used is noted to the minute", async () => {
  const { token } = await stage.mint();
  const first = stage.clock.now();
  await stage.push(anOrder(), token);

  stage.clock.advance(59_999);
  await stage.push(anOrder(), token);
  expect((await list())[0]?.usedAt).toBe(first);

  stage.clock.advance(1);
  await stage.push(anOrder(), token);
  expect((await list())[0]?.usedAt).toBe(first + 60_000);
});

test("a token that was revoked is none at once; the others stand", async () => {
  const [first, second] = [await stage.mint(), await stage.mint()];
  expect((await stage.push(anOrder(), first.token)).status).toBe(201);

  expect((await stage.asAgent(`sites/demo/tokens/${first.id}`, { method: "DELETE" })).status).toBe(204);

  expect((await stage.push(anOrder(), first.token)).status).toBe(401);
  expect((await stage.push(anOrder(), second.token)).status).toBe(200);
  expect((await stage.asAgent(`sites/demo/tokens/${first.id}`, { method: "DELETE" })).status).toBe(404);
});

test("a token is its own site's alone", async () => {
  const { id, token } = await stage.mint();

  expect(await list("bags")).toEqual([]);
  expect((await stage.asAgent(`sites/bags/tokens/${id}`, { method: "DELETE" })).status).toBe(404);
  expect((await stage.push(anOrder(), token)).status).toBe(201);
});

test("only an owner, from the relay's own pages, has to do with tokens", async () => {
  const { id } = await stage.mint();
  const joao = await stage.relay.addAgent("Joao");
  const gone = await stage.relay.addAgent("Gone", "owner");
  const { db } = stage.relay.parts.storage;
  await db.updateTable("agents").set({ disabled_at: 1 }).where("id", "=", gone.agent.id).execute();
  const attempts = [
    ["sites/demo/tokens", {}],
    ["sites/demo/tokens", { body: { name: "mine" } }],
    [`sites/demo/tokens/${id}`, { method: "DELETE" }],
  ] as const;

  for (const [path, call] of attempts) {
    expect((await stage.asAgent(path, call, joao)).status).toBe(403);
    expect((await stage.asAgent(path, call, gone)).status).toBe(401);
    expect((await stage.asAgent(path, call, { ...joao, cookie: "" })).status).toBe(401);
  }
  const foreign = { body: { name: "mine" }, headers: { origin: "https://evil.example" } };
  expect((await stage.asAgent("sites/demo/tokens", foreign)).status).toBe(403);
  expect((await stage.asAgent("sites/nope/tokens")).status).toBe(404);
  expect(await list()).toHaveLength(1);
});

test.each([{}, { name: "" }, { name: "x".repeat(81) }, { name: "a\0" }, { name: "x", token: "mine" }])(
  "%j names no token",
  async (body) => {
    expect((await stage.asAgent("sites/demo/tokens", { body })).status).toBe(400);
  },
);
