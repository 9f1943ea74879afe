import type { Order } from "@shopbell/protocol";
import { DEMO_SITE } from "../../sites/site.ts";
import { addSite } from "../../sites/site-store.ts";
import { aPostgresStorage, aSqliteStorage } from "../../testing/test-storage.ts";
import { OrderStore } from "../order-store.ts";
import { fakeEndpoint } from "./fakes/fake-endpoint.ts";
import { APP, fakeShopify } from "./fakes/fake-shopify.ts";
import { fakeWooCommerce } from "./fakes/fake-woocommerce.ts";
import { orderSourceContract, outsideSourceContract, type SourceUnderTest } from "./source-contract.ts";

function storedIn(openStorage: typeof aPostgresStorage) {
  return async (orders: readonly Order[]): Promise<SourceUnderTest> => {
    const { db, close } = await openStorage();
    await addSite(db, DEMO_SITE, 0);
    const store = new OrderStore(db);
    await store.putAll(DEMO_SITE.key, orders, 0);
    return { source: store.sourceOf(DEMO_SITE.key), secrets: [], shop: null, close };
  };
}

orderSourceContract("orders that the shop told us of, in SQLite", storedIn(aSqliteStorage));
orderSourceContract("orders that the shop told us of, in Postgres", storedIn(aPostgresStorage));

for (const [name, open] of [
  ["the shop's own endpoint", fakeEndpoint],
  ["WooCommerce", fakeWooCommerce],
  ["Shopify", fakeShopify],
  ["Shopify, by an app's secret", (orders: readonly Order[]) => fakeShopify(orders, [], APP)],
] as const) {
  orderSourceContract(name, open);
  outsideSourceContract(name, open);
}
