import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import { statusOf } from "./order-status.ts";
import { ORDERS_KEPT_MS } from "./order-store.ts";
import { anOrder, aStep, PLACED_AT } from "./testing/builders.ts";
import { OrderStage } from "./testing/order-stage.ts";

const MARIA = "maria@example.com";

let stage: OrderStage;
let token: string;
beforeEach(async () => {
  stage = await OrderStage.open({ callsPerApiToken: { max: 12, windowMs: 60_000 } });
  await stage.setSource({ kind: "stored" });
  ({ token } = await stage.mint());
});
afterEach(() => stage.close());

function call(method: string, number: string, { body, bearer = token }: { body?: unknown; bearer?: string } = {}) {
  return stage.call(`/v1/orders/${encodeURIComponent(number)}`, {
    method,
    headers: { authorization: `Bearer ${bearer}` },
    ...(body !== undefined && { body }),
  });
}

async function isKnown(number: string): Promise<boolean> {
  return (await stage.find(number, MARIA)).ok;
}

test("a shop tells of an order, and again when something has happened; it is answered what its visitors see", async () => {
  const told = await stage.push(anOrder(), token);
  expect(told.status).toBe(201);
  expect(await told.json()).toEqual(statusOf(anOrder()));

  const shipped = anOrder({ number: "ls-20871", steps: [aStep("placed"), aStep("shipped")] });
  expect((await stage.push(shipped, token)).status).toBe(200);

  expect(await (await stage.find("LS-20871", MARIA)).json()).toEqual({ order: statusOf(shipped) });
});

test("what a push leaves out takes its usual value", async () => {
  const body = { email: "Maria@Example.com", steps: [{ kind: "placed", at: PLACED_AT }] };

  expect(await (await call("PUT", "LS-1", { body })).json()).toEqual({
    number: "LS-1",
    steps: [{ kind: "placed", at: PLACED_AT, place: null }],
    items: [],
    expectedOn: null,
    carrier: null,
  });
  expect(await isKnown("LS-1")).toBe(true);
});

test("of two pushes at once one is new, and one is stored whole", async () => {
  const pushes = ["first", "second"].map((name) => anOrder({ items: [{ name, quantity: 1, picture: null }] }));

  const answers = await Promise.all(pushes.map((order) => stage.push(order, token)));

  expect(answers.map(({ status }) => status).sort()).toEqual([200, 201]);
  const { order } = (await (await stage.find("LS-20871", MARIA)).json()) as { order: object };
  expect(pushes.map(statusOf)).toContainEqual(order);
});

test("an order that the shop takes back is unknown", async () => {
  await stage.push(anOrder(), token);
  expect(await isKnown("LS-20871")).toBe(true);

  expect((await call("DELETE", "#ls-20871")).status).toBe(204);

  expect(await isKnown("LS-20871")).toBe(false);
  expect((await call("DELETE", "LS-20871")).status).toBe(404);
});

test("a token writes for its own site alone", async () => {
  const bags = await stage.mint("bags");
  await stage.push(anOrder(), token);

  expect((await stage.push(anOrder({ email: "thief@example.com" }), bags.token)).status).toBe(201);
  expect((await call("DELETE", "LS-20871", { bearer: bags.token })).status).toBe(204);

  expect(await isKnown("LS-20871")).toBe(true);
});

test.each(["", "nonsense", "shopbell_nonsense", "x".repeat(201), "a b"])("%j is no token", async (bearer) => {
  const answer = await call("PUT", "LS-1", { body: {}, bearer });

  expect(answer.status).toBe(401);
  expect(await isKnown("LS-1")).toBe(false);
});

test("an agent's cookie is no token either", async () => {
  const { number, ...body } = anOrder();
  const headers = { cookie: stage.relay.owner.cookie, origin: stage.relay.url };

  expect((await stage.call(`/v1/orders/${number}`, { method: "PUT", body, headers })).status).toBe(401);
});

test("who tries tokens has to wait; who has one need not wait for them", async () => {
  const statuses = [];
  for (let n = 0; n <= LIMITS.signInsPerAddress.max; n += 1) {
    statuses.push((await call("PUT", "LS-1", { body: {}, bearer: `shopbell_${n}` })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);

  expect((await stage.push(anOrder(), token)).status).toBe(201);
});

test("a token that is used too often is told how long to wait; another one is not", async () => {
  const another = await stage.mint();
  for (let n = 0; n < 12; n += 1) expect((await stage.push(anOrder({ number: `LS-${n}` }), token)).ok).toBe(true);

  const refused = await stage.push(anOrder({ number: "LS-404" }), token);

  expect(refused.status).toBe(429);
  expect(refused.headers.get("retry-after")).toBe("5");
  expect((await stage.push(anOrder(), another.token)).status).toBe(201);
});

test("no page may push: a browser is told of no origin that may", async () => {
  const headers = { origin: stage.relay.url, "access-control-request-method": "PUT" };

  const preflight = await stage.call("/v1/orders/LS-1", { method: "OPTIONS", headers });

  expect(preflight.status).toBe(405);
  expect([...preflight.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

const { number: _, ...BODY } = anOrder();

test.each<[string, string, unknown]>([
  ["without an address", "LS-1", { ...BODY, email: undefined }],
  ["without a step", "LS-1", { ...BODY, steps: [] }],
  ["with a step that nobody knows", "LS-1", { ...BODY, steps: [{ kind: "lost", at: PLACED_AT }] }],
  ["with a time before 1970", "LS-1", { ...BODY, steps: [{ kind: "placed", at: -1 }] }],
  ["with a script for a picture", "LS-1", { ...BODY, items: [{ name: "x", picture: "javascript:alert(1)" }] }],
  ["with a script for a carrier", "LS-1", { ...BODY, carrier: { name: "x", href: "data:text/html,x" } }],
  ["with a place of its own in the database", "LS-1", { ...BODY, site_key: "bags" }],
  ["with another number in it", "LS-1", { ...BODY, number: "LS-2" }],
  ["with NUL in a name", "LS-1", { ...BODY, items: [{ name: "a\0b" }] }],
  ["with a prototype", "LS-1", `{"__proto__":{},${JSON.stringify(BODY).slice(1)}`],
  ["with NUL for a number", "LS\0", BODY],
  ["with a number of nothing", "#", BODY],
  ["with a number that is too long", "x".repeat(61), BODY],
])("an order %s is refused, and changes nothing", async (_what, number, body) => {
  expect((await call("PUT", number, { body })).status).toBe(400);

  expect(await stage.relay.parts.storage.db.selectFrom("orders").selectAll().execute()).toEqual([]);
});

test("a megabyte is not read", async () => {
  const body = { ...BODY, items: [{ name: "x".repeat(1_000_000) }] };

  expect((await call("PUT", "LS-1", { body })).status).toBe(413);
});

test("orders of two years ago are forgotten when a relay begins", async () => {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-"));
  const before = await OrderStage.open({}, { DATA_DIR: folder });
  await before.tell(anOrder({ number: "LS-1", steps: [aStep("placed", PLACED_AT - ORDERS_KEPT_MS)] }), anOrder());
  const found = async (at: OrderStage) => [(await at.find("LS-1", MARIA)).ok, (await at.find("LS-20871", MARIA)).ok];
  expect(await found(before)).toEqual([true, true]);
  await before.close();

  const after = await OrderStage.open({}, { DATA_DIR: folder });

  expect(await found(after)).toEqual([false, true]);
  await after.close();
  rmSync(folder, { recursive: true });
});
