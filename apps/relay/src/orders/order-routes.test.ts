import type { FoundOrder } from "@shopbell/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import { statusOf } from "./order-status.ts";
import { anOrder } from "./testing/builders.ts";
import { OrderStage } from "./testing/order-stage.ts";

const MARIA = "maria@example.com";

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
});
afterEach(() => stage.close());

/** A shop that pushed orders, and looks nowhere else. */
async function tell(...orders: ReturnType<typeof anOrder>[]): Promise<void> {
  await stage.setSource({ kind: "stored" });
  const { token } = await stage.mint();
  for (const order of orders) expect((await stage.push(order, token)).status).toBe(201);
}

/** Everything of an answer that its reader gets, but when it was sent. */
async function whole(response: Response): Promise<object> {
  const { date: _, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

test("who knows number and address sees where the order is, as no one else does", async () => {
  await tell(anOrder());

  const response = await stage.find(" #ls - 20871 ", " Maria@Example.com ");

  expect(response.status).toBe(200);
  expect((await response.json()) as FoundOrder).toEqual({ order: statusOf(anOrder()) });
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "cache-control": "no-store",
    "access-control-allow-origin": stage.relay.url,
    vary: "Origin",
  });
});

test("every miss is answered alike, to the last header", async () => {
  await tell(anOrder(), anOrder({ number: "LS-2", email: "joao@example.com" }));
  const unknown = await whole(await stage.find("LS-404", MARIA));
  expect(unknown).toMatchObject({ status: 404, body: expect.stringContaining("order-unknown") });

  const misses = {
    "another's order": () => stage.find("LS-2", MARIA),
    "another address": () => stage.find("LS-20871", "mari@example.com"),
    "an address with a plus": () => stage.find("LS-20871", "maria+1@example.com"),
    "no address": () => stage.find("LS-20871", "maria"),
    "a stored address with NUL": () => stage.find("LS-20871", `${MARIA}\0`),
    "nothing but a #": () => stage.find("#", MARIA),
    "a name that objects inherit": () => stage.find("__proto__", MARIA),
    "a wildcard": () => stage.find("%", MARIA),
  };
  for (const [what, miss] of Object.entries(misses)) expect(await whole(await miss()), what).toEqual(unknown);

  for (let n = 0; n < LIMITS.ordersPerNumber.max; n += 1) await stage.find("LS-20871", `m${n}@example.com`);
  expect(await whole(await stage.find("LS-20871", MARIA, { from: "203.0.113.2" })), "too many tries").toEqual(unknown);
});

test("an order of one shop is unknown at another", async () => {
  await tell(anOrder());
  await stage.setSource({ kind: "stored" }, "bags");

  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
  expect((await stage.find("LS-20871", MARIA, { site: "bags" })).status).toBe(404);
});

test("where orders are not looked up, none is known, and those that were pushed wait", async () => {
  await tell(anOrder());
  await stage.setSource({ kind: "off" });
  expect((await stage.find("LS-20871", MARIA)).status).toBe(404);

  await stage.setSource({ kind: "stored" });
  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
});

test("[K4] another page may not look orders up, and the preflight lets in only whom the list names", async () => {
  await tell(anOrder());
  const body = { number: "LS-20871", email: MARIA };
  const path = "/v1/sites/demo/orders/find";
  const from = (origin: string, method: string) =>
    stage.call(path, { method, ...(method === "POST" && { body }), headers: { origin } });

  for (const method of ["POST", "OPTIONS"]) {
    expect((await from("https://evil.example", method)).status).toBe(403);
    expect((await from("https://evil.example", method)).headers.get("access-control-allow-origin")).toBeNull();
  }
  const allowed = await from(stage.relay.url, "OPTIONS");
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get("access-control-allow-methods")).toBe("POST");
});

test.each([
  { number: "LS\u00001", email: MARIA },
  { number: "", email: MARIA },
  { number: "LS-1" },
  { number: 1, email: MARIA },
  { number: "x".repeat(61), email: MARIA },
  '{"__proto__":{},"number":"1","email":"a@b.cd"}',
  "[",
  { number: "LS-1", email: MARIA, admin: true },
])("%j is no question", async (body) => {
  const response = await stage.call("/v1/sites/demo/orders/find", { body, headers: { origin: stage.relay.url } });

  expect(await response.json()).toMatchObject({ code: "malformed" });
});

test("a megabyte is not read", async () => {
  const body = { number: "LS-1", email: "x".repeat(1_000_000) };

  const response = await stage.call("/v1/sites/demo/orders/find", { body, headers: { origin: stage.relay.url } });

  expect(response.status).toBe(413);
});

describe("guessing leads nowhere:", () => {
  /** How many of these look-ups were answered with the order. */
  async function found(lookUps: readonly (() => Promise<Response>)[]): Promise<number> {
    let count = 0;
    for (const lookUp of lookUps) if ((await lookUp()).ok) count += 1;
    return count;
  }

  const NUMBERS = Array.from({ length: 20 }, (_, n) => `LS-${n}`);

  test("numbers with a right address, from wherever they come", async () => {
    await tell(anOrder({ number: "LS-19" }));
    const guesses = NUMBERS.map((number, n) => () => stage.find(number, MARIA, { from: `203.0.113.${n}` }));

    expect(await found(guesses)).toBe(0);
    expect(await found([() => stage.find("LS-19", MARIA, { from: "203.0.113.99" })])).toBe(0);

    stage.clock.advance(LIMITS.ordersPerEmail.windowMs);
    expect(await found([() => stage.find("LS-19", MARIA)])).toBe(1);
  });

  test("addresses with a right number, from wherever they come", async () => {
    await tell(anOrder());
    const guesses = NUMBERS.map(
      (_, n) => () => stage.find("LS-20871", `m${n}@example.com`, { from: `203.0.113.${n}` }),
    );

    expect(await found(guesses)).toBe(0);
    expect(await found([() => stage.find("ls-20871", MARIA)])).toBe(0);

    stage.clock.advance(LIMITS.ordersPerNumber.windowMs);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(1);
  });

  test("pairs from one network", async () => {
    await tell(anOrder());
    const guesses = NUMBERS.map((number, n) => () => stage.find(number, `m${n}@example.com`));

    expect(await found(guesses)).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA, { from: "203.0.113.2" })])).toBe(1);
  });

  test("who has no tries left takes none from the owner of an order", async () => {
    await tell(anOrder());
    await found(NUMBERS.map((number, n) => () => stage.find(number, `m${n}@example.com`)));
    await found(NUMBERS.map(() => () => stage.find("LS-20871", MARIA)));

    expect(await found([() => stage.find("LS-20871", MARIA, { from: "203.0.113.2" })])).toBe(1);
  });
});

describe("the shop's own system", () => {
  test("is asked for what was not pushed", async () => {
    await tell(anOrder());
    await stage.useSystem();
    stage.system.orders = [anOrder({ number: "LS-2" })];

    expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
    expect(stage.system.asked).toEqual([]);
    expect((await stage.find("LS-2", MARIA)).status).toBe(200);
    expect(stage.system.asked).toEqual(["LS-2"]);
  });

  test("is asked for another's order as for one that is unknown, so that the time it takes tells nothing", async () => {
    await tell(anOrder());
    await stage.useSystem();

    await stage.find("LS-20871", "joao@example.com");
    await stage.find("LS-404", "joao@example.com");

    expect(stage.system.asked).toEqual(["LS-20871", "LS-404"]);
  });

  test("is asked once by who looks twice, and again a little later", async () => {
    await stage.useSystem();
    stage.system.orders = [anOrder()];
    for (const _ of [1, 2]) expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
    expect(stage.system.asked).toHaveLength(1);

    stage.clock.advance(15_000);
    await stage.find("LS-20871", MARIA);
    expect(stage.system.asked).toHaveLength(2);
  });

  test("is asked at once when an owner has changed where it is, or with what it is opened", async () => {
    await stage.useSystem();
    stage.system.isDown = true;
    for (const number of ["LS-1", "LS-2", "LS-3"]) await stage.find(number, MARIA);
    stage.system.isDown = false;
    stage.system.orders = [anOrder()];
    expect((await stage.find("LS-20871", MARIA)).status).toBe(503);

    const url = `http://${stage.system.host}/orders`;
    await stage.setSource({ kind: "endpoint", url, secret: "another secret of more than thirty-two characters" });

    expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
  });

  test("that is down says so alike for every order, and is left alone after three failures", async () => {
    await tell(anOrder());
    await stage.useSystem();
    stage.system.orders = [anOrder({ number: "LS-2" })];
    stage.system.isDown = true;

    const answers = [];
    for (const [number, email] of [
      ["LS-2", MARIA],
      ["LS-404", MARIA],
      ["LS-20871", "joao@example.com"],
      ["LS-2", MARIA],
    ] as const)
      answers.push(await whole(await stage.find(number, email)));
    expect(answers[0]).toMatchObject({ status: 503, body: expect.stringContaining("orders-down") });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(stage.system.asked).toHaveLength(3);

    stage.system.isDown = false;
    expect((await stage.find("LS-2", MARIA)).status).toBe(503);
    stage.clock.advance(30_000);
    expect((await stage.find("LS-2", MARIA)).status).toBe(200);
  });
});
