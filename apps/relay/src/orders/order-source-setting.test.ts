import type { OrderSourceEdit } from "@shopbell/protocol";
import { describe, expect, test } from "vitest";
import { type OrderSourceSetting, settingAfter, stateOf } from "./order-source-setting.ts";

const SECRET = "a secret of more than thirty-two characters";
const ENDPOINT: OrderSourceSetting = { kind: "endpoint", url: "https://shop.example/orders", secret: SECRET };
const WOO: OrderSourceSetting = { kind: "woocommerce", url: "https://shop.example", key: "ck_1", secret: SECRET };
const SHOPIFY: OrderSourceSetting = { kind: "shopify", shop: "lisboa.myshopify.com", secret: SECRET };

/** What the console sends of a setting whose secret it was never shown. */
function withoutSecret(setting: OrderSourceSetting, changes: object = {}): OrderSourceEdit {
  return { ...setting, secret: undefined, ...changes } as OrderSourceEdit;
}

test.each([ENDPOINT, WOO, SHOPIFY])("an edit of $kind without a secret keeps the one that there is", (setting) => {
  expect(settingAfter(withoutSecret(setting), setting)).toEqual(setting);
});

test("an edit with a secret replaces it", () => {
  expect(settingAfter({ ...ENDPOINT, secret: "new" }, ENDPOINT)).toEqual({ ...ENDPOINT, secret: "new" });
});

describe("a secret is asked for again", () => {
  test.each<[string, OrderSourceSetting, object]>([
    ["another address", ENDPOINT, { url: "https://evil.example/orders" }],
    ["the same address without encryption", ENDPOINT, { url: "http://shop.example/orders" }],
    ["another path", ENDPOINT, { url: "https://shop.example/other" }],
    ["another key", WOO, { key: "ck_2" }],
    ["another shop", SHOPIFY, { shop: "evil.myshopify.com" }],
  ])("for %s", (_, before, changes) => {
    expect(settingAfter(withoutSecret(before, changes), before)).toBeUndefined();
  });

  test("for another kind of source at the same address, and where there was none", () => {
    expect(settingAfter(withoutSecret({ ...WOO, url: "https://shop.example/orders" }), ENDPOINT)).toBeUndefined();
    expect(settingAfter(withoutSecret(ENDPOINT), null)).toBeUndefined();
    expect(settingAfter(withoutSecret(ENDPOINT), { kind: "stored" })).toBeUndefined();
  });
});

test("what is switched off is forgotten, with its secret", () => {
  expect(settingAfter({ kind: "off" }, ENDPOINT)).toBeNull();
  expect(settingAfter({ kind: "stored" }, ENDPOINT)).toEqual({ kind: "stored" });
});

test.each([ENDPOINT, WOO, SHOPIFY])("owners see everything of $kind but its secret", (setting) => {
  const { secret: _, ...shown } = setting as { secret: string };
  const state = stateOf(setting, 3);

  expect(state).toMatchObject({ ...shown, hasSecret: true, stored: 3 });
  expect(JSON.stringify(state)).not.toContain(SECRET);
});

test("a source without a secret says so", () => {
  const nothing = { url: null, key: null, shop: null, hasSecret: false, stored: 0 };

  expect(stateOf(null, 0)).toEqual({ ...nothing, kind: "off" });
  expect(stateOf({ kind: "stored" }, 0)).toEqual({ ...nothing, kind: "stored" });
});
