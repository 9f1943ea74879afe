import type { OrderSourceEdit, OrderTrialOutcome } from "@shopbell/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { anOrder } from "./testing/builders.ts";
import { OrderStage, SECRET } from "./testing/order-stage.ts";

const NOTHING = { url: null, key: null, shop: null, hasSecret: false, stored: 0 };

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
});
afterEach(() => stage.close());

async function read(): Promise<unknown> {
  return (await stage.asAgent("sites/demo/order-source")).json();
}

function tryIt(number: string): Promise<Response> {
  return stage.asAgent("sites/demo/order-source/try", { body: { number } });
}

async function outcome(number: string): Promise<OrderTrialOutcome> {
  return (await (await tryIt(number)).json()) as OrderTrialOutcome;
}

async function storedSource(): Promise<string | null> {
  const sites = stage.relay.parts.storage.db.selectFrom("sites").select("order_source").where("key", "=", "demo");
  return (await sites.executeTakeFirstOrThrow()).order_source;
}

test("orders are not looked up until an owner says where, and then the bell offers help", async () => {
  const helps = async () => {
    const bell = await stage.call("/v1/sites/demo", { headers: { origin: stage.relay.url } });
    return ((await bell.json()) as { helps: boolean }).helps;
  };
  expect(await read()).toEqual({ ...NOTHING, kind: "off" });
  expect(await helps()).toBe(false);

  expect(await (await stage.setSource({ kind: "stored" })).json()).toEqual({ ...NOTHING, kind: "stored" });
  expect(await helps()).toBe(true);

  await stage.setSource({ kind: "off" });
  expect(await read()).toEqual({ ...NOTHING, kind: "off" });
  expect(await helps()).toBe(false);
});

test("an owner sees how many orders the shop has told of", async () => {
  const { token } = await stage.mint();
  for (const number of ["LS-1", "LS-2"]) await stage.push(anOrder({ number }), token);

  expect(await read()).toMatchObject({ stored: 2 });
});

test.each<OrderSourceEdit>([
  { kind: "endpoint", url: "https://shop.example/orders", secret: SECRET },
  { kind: "woocommerce", url: "https://shop.example", key: "ck_1", secret: SECRET },
  { kind: "shopify", shop: "lisboa.myshopify.com", secret: SECRET },
])("the secret of $kind comes in, and never goes out again", async (edit) => {
  const { secret: _, ...shown } = edit as Extract<OrderSourceEdit, { kind: "endpoint" }>;
  const state = { ...NOTHING, ...shown, hasSecret: true };

  const answers = [
    await stage.setSource(edit),
    await stage.setSource(shown),
    await stage.asAgent("sites/demo/order-source"),
  ];

  for (const answer of answers) expect(await answer.json()).toEqual(state);
  expect(await storedSource()).toContain(SECRET);
});

test("a secret is not sent to an address that it was not given for", async () => {
  await stage.useSystem();
  const before = await storedSource();

  const response = await stage.setSource({ kind: "endpoint", url: "https://evil.example/orders" });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining("secret") });
  expect(await storedSource()).toBe(before);
});

test.each([
  { kind: "nowhere" },
  {},
  { kind: "endpoint", url: "javascript:alert(1)", secret: SECRET },
  { kind: "endpoint", url: "file:///etc/passwd", secret: SECRET },
  { kind: "endpoint", url: "https://shop.example", secret: "too short" },
  { kind: "shopify", shop: "evil.example/.myshopify.com", secret: SECRET },
  { kind: "stored", secret: SECRET },
])("%j is no source", async (edit) => {
  expect((await stage.setSource(edit as OrderSourceEdit)).status).toBe(400);

  expect(await storedSource()).toBeNull();
});

test("an owner tries it, and is told what came or what went wrong", async () => {
  expect(await outcome("LS-20871")).toMatchObject({ order: null, error: expect.stringMatching(/not looked up/) });
  await stage.useSystem();
  stage.system.orders = [anOrder()];

  expect(await outcome("LS-20871")).toEqual({ order: anOrder(), error: null });
  expect(await outcome("LS-404")).toEqual({ order: null, error: null });

  stage.system.isDown = true;
  const { order, error } = await outcome("LS-20871");
  expect(order).toBeNull();
  expect(error).toMatch(/\w+/);
  expect(error).not.toContain(SECRET);
});

test("an owner is told of an order that cannot be shown, and not of it where another one is found", async () => {
  await stage.useSystem();
  stage.system.orders = [anOrder({ steps: [] }), anOrder({ number: "LS-2" })];

  expect(await outcome("LS-20871")).toEqual({ order: null, error: expect.stringMatching(/look at steps\./) });
  expect(await outcome("LS-2")).toMatchObject({ order: { number: "LS-2" }, error: null });
});

test("keys go unencrypted to no host but one that EGRESS_ALLOW names", async () => {
  const woo = { kind: "woocommerce", key: "ck_1", secret: SECRET } as const;

  const refused = await stage.setSource({ ...woo, url: "http://shop.example" });
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ detail: "Look at: url." });
  expect(await storedSource()).toBeNull();

  expect((await stage.setSource({ ...woo, url: `http://${stage.system.host}` })).status).toBe(200);
  expect((await stage.setSource({ ...woo, url: "HTTPS://shop.example" })).status).toBe(200);
});

test("who tries asks the shop itself, though visitors' look-ups are paused", async () => {
  await stage.useSystem();
  stage.system.isDown = true;
  for (const number of ["LS-1", "LS-2", "LS-3"]) await stage.find(number, "maria@example.com");
  stage.system.isDown = false;
  stage.system.orders = [anOrder()];

  expect((await stage.find("LS-20871", "maria@example.com")).status).toBe(503);
  expect(await outcome("LS-20871")).toMatchObject({ error: null, order: { number: "LS-20871" } });
});

test("orders that were pushed are tried too", async () => {
  await stage.setSource({ kind: "stored" });
  const { token } = await stage.mint();
  await stage.push(anOrder(), token);

  expect(await outcome("#ls-20871")).toEqual({ order: anOrder(), error: null });
});

test("only an owner, from the relay's own pages, has to do with sources", async () => {
  await stage.useSystem();
  const before = await storedSource();
  const joao = await stage.relay.addAgent("Joao");
  const gone = await stage.relay.addAgent("Gone", "owner");
  const { db } = stage.relay.parts.storage;
  await db.updateTable("agents").set({ disabled_at: 1 }).where("id", "=", gone.agent.id).execute();
  const attempts = [
    ["sites/demo/order-source", {}],
    ["sites/demo/order-source", { method: "PUT", body: { kind: "off" } }],
    ["sites/demo/order-source/try", { body: { number: "LS-1" } }],
  ] as const;

  for (const [path, call] of attempts) {
    expect((await stage.asAgent(path, call, joao)).status).toBe(403);
    expect((await stage.asAgent(path, call, gone)).status).toBe(401);
  }
  const foreign = { method: "PUT", body: { kind: "off" }, headers: { origin: "https://evil.example" } };
  expect((await stage.asAgent("sites/demo/order-source", foreign)).status).toBe(403);
  expect(await storedSource()).toBe(before);
  expect(stage.system.asked).toEqual([]);
});

test("logs hold neither secrets nor tokens nor what visitors ask for", async () => {
  let log = "";
  const written = vi.spyOn(process.stderr, "write").mockImplementation((chunk) => {
    log += String(chunk);
    return true;
  });
  const loud = await OrderStage.open({}, { LOG_LEVEL: "trace" });
  await loud.useSystem();
  const { token } = await loud.mint();
  await loud.push(anOrder(), token);
  loud.system.isDown = true;
  await loud.find("LS-404", "maria@example.com");
  await loud.asAgent("sites/demo/order-source/try", { body: { number: "LS-404" } });
  await loud.relay.parts.storage.db.schema.dropTable("orders").execute(); // what nobody expects is logged as well
  expect((await loud.find("LS-405", "maria@example.com")).status).toBe(500);
  await loud.close();
  written.mockRestore();

  expect(log).toContain("orders/find");
  expect(log).toContain("something broke");
  for (const secret of [SECRET, token, "LS-20871", "LS-404", "LS-405", "maria"]) expect(log).not.toContain(secret);
});
