import type { FoundOrder } from "@shopbell/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LIMITS } from "../limits.ts";
import { statusOf } from "./order-status.ts";
import { anOrder } from "./testing/builders.ts";
import { OrderStage, whole } from "./testing/order-stage.ts";

const MARIA = "maria@example.com";

let stage: OrderStage;
beforeEach(async () => {
  stage = await OrderStage.open();
});
afterEach(() => stage.close());

test("who knows number and address sees where the order is, as no one else does", async () => {
  await stage.tell(anOrder());

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
  await stage.tell(anOrder(), anOrder({ number: "LS-2", email: "joao@example.com" }));
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
  expect(await whole(await stage.find("LS-20871", MARIA)), "too many tries").toEqual(unknown);
  expect((await stage.find("LS-20871", MARIA, { from: "203.0.113.2" })).status, "from elsewhere").toBe(200);
});

test("an order of one shop is unknown at another", async () => {
  await stage.tell(anOrder());
  await stage.setSource({ kind: "stored" }, "bags");

  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
  expect((await stage.find("LS-20871", MARIA, { site: "bags" })).status).toBe(404);
});

test("where orders are not looked up, none is known, and those that were pushed wait", async () => {
  await stage.tell(anOrder());
  await stage.setSource({ kind: "off" });
  expect((await stage.find("LS-20871", MARIA)).status).toBe(404);

  await stage.setSource({ kind: "stored" });
  expect((await stage.find("LS-20871", MARIA)).status).toBe(200);
});

test("[K4] another page may not look orders up, and the preflight lets in only whom the list names", async () => {
  await stage.tell(anOrder());
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

  const { ordersPerAddress, ordersPerEmail, ordersPerNumber, ordersPerEmailInAll, ordersPerNumberInAll } = LIMITS;
  /** Whence a stranger asks who has enough networks to use up what all have together. */
  function network(n: number) {
    return { from: `198.51.100.${n % 20}` };
  }

  function times(count: number, lookUp: (n: number) => Promise<Response>): (() => Promise<Response>)[] {
    return Array.from({ length: count }, (_, n) => () => lookUp(n));
  }

  test("numbers with a right address, from one network", async () => {
    await stage.tell(anOrder());

    expect(await found(times(ordersPerEmail.max, (n) => stage.find(`LS-${n}`, MARIA)))).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(0);

    stage.clock.advance(ordersPerEmail.windowMs);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(1);
  });

  test("addresses with a right number, from one network", async () => {
    await stage.tell(anOrder());

    expect(await found(times(ordersPerNumber.max, (n) => stage.find("LS-20871", `m${n}@example.com`)))).toBe(0);
    expect(await found([() => stage.find("ls-20871", MARIA)])).toBe(0);

    stage.clock.advance(ordersPerNumber.windowMs);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(1);
  });

  test("pairs, from one network, however many devices it has", async () => {
    await stage.tell(anOrder());
    const device = (n: number) => ({ from: `2001:db8:1:2::${n.toString(16)}` });

    await found(times(ordersPerAddress.max, (n) => stage.find(`LS-${n}`, `m${n}@example.com`, device(n))));

    expect(await found([() => stage.find("LS-20871", MARIA, device(99))])).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA, { from: "2001:db8:1:3::1" })])).toBe(1);
  });

  test("all at once, from one network", async () => {
    await stage.tell(anOrder({ number: "LS-99" }));

    const guesses = times(100, (n) => stage.find(`LS-${n}`, MARIA)).map((guess) => guess());

    expect(await found(guesses.map((guess) => () => guess))).toBe(0);
  });

  test("numbers with a right address, from wherever they come", async () => {
    await stage.tell(anOrder());
    const guesses = times(ordersPerEmailInAll.max, (n) => stage.find(`LS-${n}`, MARIA, network(n)));

    expect(await found(guesses)).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(0);

    stage.clock.advance(ordersPerEmailInAll.windowMs / ordersPerEmailInAll.max);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(1);
  });

  test("addresses with a right number, from wherever they come", async () => {
    await stage.tell(anOrder());
    const guesses = times(ordersPerNumberInAll.max, (n) => stage.find("LS-20871", `m${n}@example.com`, network(n)));

    expect(await found(guesses)).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(0);

    stage.clock.advance(ordersPerNumberInAll.windowMs / ordersPerNumberInAll.max);
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(1);
  });

  test("a stranger's guesses keep nobody else from their order", async () => {
    await stage.tell(anOrder());

    await found(times(ordersPerNumberInAll.max, (n) => stage.find("LS-20871", `m${n}@example.com`)));
    await found(times(ordersPerEmailInAll.max, (n) => stage.find(`LS-${n}`, MARIA, { from: "203.0.113.3" })));

    expect(await found([() => stage.find("LS-20871", MARIA, { from: "203.0.113.2" })])).toBe(1);
  });

  test("who knows number and address may look as often as they like", async () => {
    await stage.tell(anOrder());
    const often = ordersPerNumberInAll.max + 1;

    expect(await found(times(often, () => stage.find("LS-20871", MARIA)))).toBe(often);
    await found(times(ordersPerNumber.max, (n) => stage.find("LS-20871", `m${n}@example.com`)));
    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(0);
  });

  test("while the shop's own system is down, orders that it told of cannot be guessed at either", async () => {
    await stage.tell(anOrder());
    await stage.useSystem();
    stage.system.isDown = true;

    await found(times(ordersPerNumber.max, (n) => stage.find("LS-20871", `m${n}@example.com`)));

    expect(await found([() => stage.find("LS-20871", MARIA)])).toBe(0);
    expect(await found([() => stage.find("LS-20871", MARIA, { from: "203.0.113.2" })])).toBe(1);
  });
});
