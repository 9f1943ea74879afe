import { expect, test } from "vitest";
import { Egress } from "../../egress/egress.ts";
import { startFakeShop } from "./fakes/fake-shop.ts";
import { aWooOrder, fakeWooCommerce, KEY, SECRET } from "./fakes/fake-woocommerce.ts";
import { WooCommerceSource } from "./woocommerce.ts";

const at = (text: string) => Date.parse(text);

async function found(fields: Record<string, unknown>) {
  const { source, close } = await fakeWooCommerce([], [aWooOrder(fields)]);
  const order = await source.byNumber("727");
  await close();
  return order;
}

test("an order is placed, paid and shipped when WooCommerce says so, in its UTC", async () => {
  const order = await found({ status: "completed", date_completed_gmt: "2026-11-19T08:00:00" });

  expect(order?.steps).toEqual([
    { kind: "placed", at: at("2026-11-17T21:40:00Z"), place: null },
    { kind: "paid", at: at("2026-11-17T21:41:00Z"), place: null },
    { kind: "shipped", at: at("2026-11-19T08:00:00Z"), place: null },
  ]);
  expect(order).toMatchObject({ carrier: null, expectedOn: null });
});

test("a parcel that a tracking plugin noted is followed at its carrier, from the day it left", async () => {
  const value = [
    { tracking_provider: "dhl", tracking_number: "OLD", date_shipped: "1" },
    {
      tracking_provider: "",
      custom_tracking_provider: "CTT Expresso",
      custom_tracking_link: "https://ctt.example/AB12",
      tracking_number: "AB12",
      date_shipped: String(at("2026-11-18T00:00:00Z") / 1_000),
    },
  ];
  const order = await found({ meta_data: [{ key: "_wc_shipment_tracking_items", value }] });

  expect(order?.carrier).toEqual({ name: "CTT Expresso", href: "https://ctt.example/AB12" });
  expect(order?.steps.at(-1)).toEqual({ kind: "shipped", at: at("2026-11-18T00:00:00Z"), place: null });
});

test.each([{ a: "PHP array" }, "x", null, [null], [{ custom_tracking_link: "javascript:alert(1)" }]])(
  "a plugin that notes %j breaks nothing",
  async (value) => {
    const order = await found({ meta_data: [{ key: "_wc_shipment_tracking_items", value }] });

    expect(order).toMatchObject({ number: "727", carrier: null });
  },
);

test.each([
  ["cancelled", "cancelled"],
  ["refunded", "returned"],
])("an order that is %s says so as its last step", async (status, kind) => {
  const order = await found({ status });

  expect(order?.steps.at(-1)).toEqual({ kind, at: at("2026-11-17T21:41:00Z"), place: null });
});

test("an order that was never placed, or has no address, cannot be asked for", async () => {
  expect(await found({})).not.toBeNull();

  expect(await found({ status: "checkout-draft" })).toBeNull();
  expect(await found({ billing: { email: "" } })).toBeNull();
});

test("things keep their pictures, and an odd line hides no other", async () => {
  const order = await found({
    line_items: [
      { name: "Alfama low", quantity: 2, image: { id: 1, src: "https://shoes.example/a.jpg" } },
      { name: "Laces", quantity: 1, image: { id: "", src: false } },
      { name: "", quantity: 1, image: null },
    ],
  });

  expect(order?.items).toEqual([
    { name: "Alfama low", quantity: 2, picture: "https://shoes.example/a.jpg" },
    { name: "Laces", quantity: 1, picture: null },
  ]);
});

test("a number of digits is asked for as an id and as a number, whichever of them there is", async () => {
  const byId = aWooOrder({ id: 727, number: "727" });
  const byPlugin = aWooOrder({ id: 12, number: "2026-0001" });
  const { source, shop, close } = await fakeWooCommerce([], [byId, byPlugin]);

  expect(await source.byNumber("#727")).toMatchObject({ number: "727" });
  expect(await source.byNumber("2026-0001")).toMatchObject({ number: "2026-0001" });
  expect(await source.byNumber("12")).toBeNull(); // an id, but not the number on the invoice
  await close();

  const asked = shop?.questions.map(({ url }) => url.searchParams.get("include") ?? url.searchParams.get("search"));
  expect(asked?.toSorted()).toEqual(["#727", "12", "12", "2026-0001", "727"]);
});

test("one odd order among those that a search finds hides none of the others", async () => {
  const odd = aWooOrder({ id: 1, number: "7270", date_created_gmt: "yesterday" });
  const { source, close } = await fakeWooCommerce([], [odd, aWooOrder()]);

  expect(await source.byNumber("727")).toMatchObject({ number: "727" });
  expect(await source.byEmail("ioana@example.com", 5)).toMatchObject([{ number: "727" }]);
  expect(await source.byNumber("7270")).toBeNull();
  await close();
});

test("a shop on the same network, which whoever runs the relay has named, is asked without encryption", async () => {
  const shop = await startFakeShop(() => [aWooOrder()]);
  const egress = new Egress({ allow: [new URL(shop.url).host] });
  const source = new WooCommerceSource({ url: shop.url, key: KEY, secret: SECRET }, egress);

  expect(await source.byNumber("727")).toMatchObject({ number: "727" });
  await shop.close();
});

test("what is typed stays one value of the search", async () => {
  const { source, shop, close } = await fakeWooCommerce([]);

  await source.byNumber("1&include=5&status=any#x");
  await close();

  expect(shop?.questions.map(({ url }) => url.searchParams.get("search"))).toEqual(["1&include=5&status=any#x"]);
  expect(shop?.questions.map(({ url }) => url.searchParams.has("include"))).toEqual([false]);
});

test("the keys never go out unencrypted", async () => {
  const { shop, close } = await fakeWooCommerce([]);
  const outside = shop?.outside;
  if (!outside) throw new Error("the fake asks nobody");
  const source = new WooCommerceSource({ url: "http://shoes.example", key: KEY, secret: SECRET }, outside);

  await expect(source.byNumber("727")).rejects.toThrow(/https only/);
  await close();

  expect(shop.questions).toEqual([]);
});
