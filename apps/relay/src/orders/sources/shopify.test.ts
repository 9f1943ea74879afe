import { expect, test } from "vitest";
import type { Outside } from "../../egress/egress.ts";
import { APP, aShopifyOrder, fakeShopify } from "./fakes/fake-shopify.ts";

const at = (text: string) => Date.parse(text);

async function found(fields: Record<string, unknown>) {
  const { source, close } = await fakeShopify([], [aShopifyOrder(fields)]);
  const order = await source.byNumber("1001");
  await close();
  return order;
}

function aFulfillment(fields: Record<string, unknown> = {}) {
  return {
    status: "SUCCESS",
    createdAt: "2026-11-18T11:05:00Z",
    deliveredAt: null,
    estimatedDeliveryAt: null,
    trackingInfo: [{ company: "CTT Expresso", url: "https://ctt.example/AB12" }],
    ...fields,
  };
}

test("an order is found with or without the sign before its number, and paid when its money came", async () => {
  const order = await found({
    transactions: [
      { kind: "AUTHORIZATION", status: "SUCCESS", processedAt: "2026-11-17T21:40:30Z" },
      { kind: "CAPTURE", status: "FAILURE", processedAt: "2026-11-17T21:40:40Z" },
      { kind: "CAPTURE", status: "SUCCESS", processedAt: "2026-11-17T21:42:00Z" },
    ],
  });

  expect(order).toMatchObject({ number: "#1001", carrier: null, expectedOn: null });
  expect(order?.steps).toEqual([
    { kind: "placed", at: at("2026-11-17T21:40:00Z"), place: null },
    { kind: "paid", at: at("2026-11-17T21:42:00Z"), place: null },
    { kind: "shipped", at: null, place: null },
  ]);
});

test("a parcel on its way has its carrier, and the day on which it is expected", async () => {
  const order = await found({ fulfillments: [aFulfillment({ estimatedDeliveryAt: "2026-11-24T17:00:00Z" })] });

  expect(order).toMatchObject({
    carrier: { name: "CTT Expresso", href: "https://ctt.example/AB12" },
    expectedOn: "2026-11-24",
  });
  expect(order?.steps.slice(-2)).toEqual([
    { kind: "shipped", at: at("2026-11-18T11:05:00Z"), place: null },
    { kind: "delivered", at: null, place: null },
  ]);
});

test("of two parcels, both must have come; one that was cancelled never left", async () => {
  const came = (deliveredAt: string) => aFulfillment({ deliveredAt });
  const delivered = async (...fulfillments: object[]) =>
    (await found({ fulfillments }))?.steps.find(({ kind }) => kind === "delivered")?.at;

  expect(await delivered(came("2026-11-20T09:00:00Z"), came("2026-11-21T09:00:00Z"))).toBe(at("2026-11-21T09:00:00Z"));
  expect(await delivered(came("2026-11-20T09:00:00Z"), aFulfillment())).toBeUndefined();
  expect(await delivered(came("2026-11-20T09:00:00Z"), aFulfillment({ status: "CANCELLED" }))).toBe(
    at("2026-11-20T09:00:00Z"),
  );
});

test("an order that was cancelled or refunded says so as its last step", async () => {
  const cancelled = await found({ cancelledAt: "2026-11-18T09:00:00Z", displayFinancialStatus: "REFUNDED" });
  const refunded = await found({
    displayFinancialStatus: "REFUNDED",
    refunds: [{ createdAt: "2026-11-30T09:00:00Z" }],
  });

  expect(cancelled?.steps.at(-1)).toEqual({ kind: "cancelled", at: at("2026-11-18T09:00:00Z"), place: null });
  expect(refunded?.steps.at(-1)).toEqual({ kind: "returned", at: at("2026-11-30T09:00:00Z"), place: null });
});

test("an order without an address cannot be asked for", async () => {
  expect(await found({})).not.toBeNull();
  expect(await found({ email: null })).toBeNull();
});

test("one odd order among those that a search finds hides none of the others", async () => {
  const odd = aShopifyOrder({ name: "#10010", createdAt: "yesterday" });
  const { source, close } = await fakeShopify([], [odd, aShopifyOrder()]);

  expect(await source.byNumber("1001")).toMatchObject({ number: "#1001" });
  expect(await source.byEmail("ioana@example.com", 5)).toMatchObject([{ number: "#1001" }]);
  expect(await source.byNumber("10010")).toBeNull();
  await close();
});

test("what is typed stays one value of the search, which it can neither end nor widen", async () => {
  const { source, shop, close } = await fakeShopify([], [aShopifyOrder()]);

  await source.byNumber('1001" OR email:* OR name:"');
  await source.byNumber("10*' OR status:any \\");
  await source.byEmail('a"@example.com', 5);
  await close();

  expect(shop?.questions.map(({ body }) => JSON.parse(body).variables.query)).toEqual([
    'name:"1001  OR email:  OR name: " OR name:"#1001  OR email:  OR name: "',
    'name:"10   OR status:any  " OR name:"#10   OR status:any  "',
    'email:"a @example.com"',
  ]);
});

test("the token goes along as a header, in no address and no body", async () => {
  const { source, secrets, shop, close } = await fakeShopify([], [aShopifyOrder()]);

  await source.byNumber("1001");
  await close();

  const [question] = shop?.questions ?? [];
  expect(question?.headers["x-shopify-access-token"]).toBe(secrets[0]);
  expect(`${question?.url}${question?.body}`).not.toContain(secrets[0]);
});

test("an app of today is granted a token, which is used until Shopify takes it no more", async () => {
  const { source, shop, close } = await fakeShopify([], [aShopifyOrder()], APP);
  const grants = () => shop?.questions.filter(({ url }) => url.pathname === "/admin/oauth/access_token") ?? [];

  expect(await source.byNumber("1001")).not.toBeNull();
  expect(await source.byNumber("1002")).toBeNull();
  expect(grants()).toHaveLength(1);
  expect(Object.fromEntries(new URLSearchParams(grants()[0]?.body))).toEqual({
    grant_type: "client_credentials",
    client_id: "0a1b2c3d4e5f",
    client_secret: "shpss_fedcba9876543210",
  });

  await aGrant(shop?.outside); // somebody else's, which ends ours in this fake
  expect(await source.byNumber("1001")).not.toBeNull();
  await close();
  expect(grants()).toHaveLength(3);
});

test("an app that Shopify does not know is told to its owner", async () => {
  const { source, close } = await fakeShopify([], [aShopifyOrder()], "0a1b2c3d4e5f:another");

  await expect(source.byNumber("1001")).rejects.toThrow(/does not take the question, or the key \(400\)/);
  await close();
});

test.each([
  ["ACCESS_DENIED", /read_orders/],
  ["THROTTLED", /less often/],
  ["undefinedField", /did not understand/],
])("where Shopify answers with the fault %s, the owner reads what to do", async (code, said) => {
  const { source, shop, close } = await fakeShopify([]);
  const fault = { data: null, errors: [{ message: "no", extensions: { code } }] };
  if (shop) {
    shop.fault = (_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(fault));
  }

  await expect(source.byNumber("1001")).rejects.toThrow(said);
  await close();
});

async function aGrant(outside: Outside | undefined): Promise<void> {
  const [id = "", secret = ""] = APP.split(":");
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
  await outside?.post("https://lisboa-shoes.myshopify.com/admin/oauth/access_token", body.toString());
}
