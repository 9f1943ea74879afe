import type { Order, OrderItem } from "@shopbell/protocol";
import type { SourceUnderTest } from "../source-contract.ts";
import { WooCommerceSource } from "../woocommerce.ts";
import { startFakeShop } from "./fake-shop.ts";

export const KEY = "ck_0123456789";
export const SECRET = "cs_9876543210";

type WooFields = Readonly<Record<string, unknown>>;

/** An order as WooCommerce writes it. */
export function aWooOrder(fields: WooFields = {}): WooFields {
  return {
    id: 727,
    number: "727",
    status: "processing",
    date_created_gmt: "2026-11-17T21:40:00",
    date_modified_gmt: "2026-11-17T21:41:00",
    date_paid_gmt: "2026-11-17T21:41:00",
    date_completed_gmt: null,
    billing: { first_name: "Ioana", email: "ioana@example.com" },
    line_items: [aLine({ name: "Alfama low", quantity: 1, picture: null })],
    meta_data: [],
    ...fields,
  };
}

/** A shop that answers as WooCommerce does: by id, and by a search that finds whatever resembles. */
export async function fakeWooCommerce(
  orders: readonly Order[],
  others: readonly WooFields[] = [],
): Promise<SourceUnderTest> {
  const known = [...orders.map(wooOrder), ...others];
  const authorization = `Basic ${Buffer.from(`${KEY}:${SECRET}`).toString("base64")}`;
  const shop = await startFakeShop(({ url, headers }) => {
    if (headers.authorization !== authorization) return 401;
    if (url.pathname !== "/shop/wp-json/wc/v3/orders") return 404;
    const id = url.searchParams.get("include");
    if (id !== null) return known.filter((order) => order["id"] === Number(id));
    const wanted = (url.searchParams.get("search") ?? "").toLowerCase();
    const found = known.filter((order) => JSON.stringify(order).toLowerCase().includes(wanted));
    return found.slice(0, Number(url.searchParams.get("per_page")));
  });
  const setting = { url: "https://shoes.example/shop/", key: KEY, secret: SECRET };
  return { source: new WooCommerceSource(setting, shop.outside), secrets: [KEY, SECRET], shop, close: shop.close };
}

function wooOrder({ number, email, steps, items }: Order, index: number): WooFields {
  const placedAt = steps.find(({ kind }) => kind === "placed")?.at ?? 0;
  return aWooOrder({
    id: 9_000 + index,
    number,
    date_created_gmt: new Date(placedAt).toISOString().slice(0, 19),
    date_paid_gmt: null,
    billing: { email },
    line_items: items.map(aLine),
  });
}

function aLine({ name, quantity, picture }: OrderItem): WooFields {
  return { id: 1, name, quantity, image: picture === null ? null : { id: "2", src: picture } };
}
