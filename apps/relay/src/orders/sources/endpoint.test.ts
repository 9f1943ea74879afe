import { createHmac } from "node:crypto";
import type { Order } from "@shopbell/protocol";
import { afterEach, expect, test } from "vitest";
import { EndpointSource } from "./endpoint.ts";
import { fakeEndpoint } from "./fakes/fake-endpoint.ts";
import { type FakeShop, startFakeShop } from "./fakes/fake-shop.ts";
import { anOrder } from "./source-contract.ts";

const SECRET = "an-endpoint-secret-of-32-letters!";
const opened: FakeShop[] = [];

afterEach(async () => {
  for (const shop of opened.splice(0)) await shop.close();
});

/** An endpoint that answers the same to whatever it is asked. */
async function anEndpoint(answer: unknown, now = 1_800_000_000_999) {
  const notes: string[] = [];
  const shop = await startFakeShop(() => Object(answer));
  opened.push(shop);
  const setting = { url: `${shop.url}/orders?shop=1`, secret: SECRET };
  const clock = { now: () => now, steady: () => now };
  const source = new EndpointSource(setting, shop.outside, clock, (problem) => notes.push(problem));
  return { shop, source, notes };
}

test("a question is posted as JSON, and signed with the second and the secret", async () => {
  const { shop, source } = await anEndpoint({ order: null });

  await source.byNumber("LS-20871");

  const [question] = shop.questions;
  const signed = createHmac("sha256", SECRET).update('1800000000.{"number":"LS-20871"}').digest("hex");
  expect(question?.body).toBe('{"number":"LS-20871"}');
  expect(question?.url.href).toBe(`${shop.url}/orders?shop=1`);
  expect(question?.headers).toMatchObject({
    "content-type": "application/json",
    "shopbell-signature": `t=1800000000,v1=${signed}`,
  });
  expect(JSON.stringify(question)).not.toContain(SECRET);
});

test("a secret of somebody else's opens nothing", async () => {
  const { shop, close } = await fakeEndpoint([anOrder()]);
  const clock = { now: () => 1_800_000_000_000, steady: () => 0 };
  const source = new EndpointSource(
    { url: shop?.url ?? "", secret: "x".repeat(32) },
    shop?.outside ?? { get: never, post: never, allows: never },
    clock,
  );

  await expect(source.byNumber("LS-20871")).rejects.toThrow(/does not take the key/);
  await close();
});

test("what a shop says besides is left aside, and what it does not say is nothing", async () => {
  const steps = [{ kind: "placed", at: 1_795_000_000_000, clerk: "Ana" }];
  const items = [{ name: "Alfama low", sku: "AL-42" }];
  const { source } = await anEndpoint({
    order: { number: "ls-20871", email: "Ioana@Example.com", steps, items, total: "€129" },
    took: 3,
  });

  expect(await source.byNumber("LS-20871")).toEqual({
    number: "ls-20871",
    email: "ioana@example.com",
    steps: [{ kind: "placed", at: 1_795_000_000_000, place: null }],
    items: [{ name: "Alfama low", quantity: 1, picture: null }],
    expectedOn: null,
    carrier: null,
  } satisfies Order);
});

test("an order with another number than the one that was asked for is none", async () => {
  const { source } = await anEndpoint({ order: anOrder({ number: "LS-1" }) });

  expect(await source.byNumber("LS-2")).toBeNull();
  expect(await source.byNumber("LS-1")).not.toBeNull();
});

test("orders of another address than the one that was asked for are left aside", async () => {
  const { source } = await anEndpoint({ orders: [anOrder({ email: "mihai@example.com" }), anOrder()] });

  expect(await source.byEmail("ioana@example.com", 5)).toEqual([anOrder()]);
});

test.each([
  ["a step that does not exist", { steps: [{ kind: "lost", at: 1_795_000_000_000 }] }, /look at steps\.0\.kind/],
  ["an instant in words", { steps: [{ kind: "placed", at: "yesterday" }] }, /look at steps\.0\.at/],
  ["no step at all", { steps: [] }, /look at steps/],
  ["a script as a picture", { items: [{ name: "Shoe", picture: "javascript:alert(1)" }] }, /look at items\.0\.picture/],
  ["a script as the carrier's address", { carrier: { name: "CTT", href: "javascript:alert(1)" } }, /look at carrier/],
  ["a NUL in a name", { items: [{ name: "a\0b" }] }, /look at items\.0\.name/],
  ["half a character", { items: [{ name: "\ud800" }] }, /look at items\.0\.name/],
  ["no address", { email: null }, /look at email/],
])("%s is not taken for an order, and the field is named", async (_, fields, named) => {
  const { source, notes } = await anEndpoint({ order: { ...anOrder(), ...fields } });

  expect(await source.byNumber("LS-20871")).toBeNull();
  expect(notes).toEqual([expect.stringMatching(named)]);
});

test("one odd order hides none of the others", async () => {
  const odd = [anOrder({ steps: [] }), null, 7, "LS-3"];
  const { source, notes } = await anEndpoint({ orders: [...odd, anOrder({ number: "LS-2" })] });

  expect(await source.byEmail("ioana@example.com", 5)).toEqual([anOrder({ number: "LS-2" })]);
  expect(notes).toHaveLength(odd.length);
});

test("an order that is no object is none, and an answer without one is not understood", async () => {
  for (const order of [7, "LS-20871", [], false]) {
    const { source, notes } = await anEndpoint({ order });
    expect(await source.byNumber("LS-20871")).toBeNull();
    expect(notes).toHaveLength(1);
  }

  const { source } = await anEndpoint({});
  await expect(source.byNumber("LS-20871")).rejects.toThrow(/not the agreed one/);
});

function never(): never {
  throw new Error("there is no shop to ask");
}
