import type { Order } from "@shopbell/protocol";
import { ShopifySource } from "../shopify.ts";
import type { SourceUnderTest } from "../source-contract.ts";
import { startFakeShop } from "./fake-shop.ts";

const TOKEN = "shpat_0123456789abcdef";
const SECRET_OF_APP = "shpss_fedcba9876543210";
export const APP = `0a1b2c3d4e5f:${SECRET_OF_APP}`;

type ShopifyFields = Readonly<Record<string, unknown>>;

/** An order as Shopify's GraphQL writes it. */
export function aShopifyOrder(fields: ShopifyFields = {}): ShopifyFields {
  return {
    name: "#1001",
    email: "ioana@example.com",
    createdAt: "2026-11-17T21:40:00Z",
    cancelledAt: null,
    displayFinancialStatus: "PAID",
    transactions: [{ kind: "SALE", status: "SUCCESS", processedAt: "2026-11-17T21:41:00Z" }],
    refunds: [],
    fulfillments: [],
    lineItems: { nodes: [{ name: "Alfama low - 42", quantity: 1, image: null }] },
    ...fields,
  };
}

/** A shop that answers as Shopify does: it reads the values of a search, and finds whatever holds one of them. */
export async function fakeShopify(
  orders: readonly Order[],
  others: readonly ShopifyFields[] = [],
  secret = TOKEN,
): Promise<SourceUnderTest> {
  const known = [...orders.map(shopifyOrder), ...others];
  let granted = "none yet";
  const shop = await startFakeShop(({ url, headers, body }) => {
    if (url.pathname === "/admin/oauth/access_token") {
      granted = `granted-${shop.questions.length}`;
      return new URLSearchParams(body).get("client_secret") === SECRET_OF_APP ? { access_token: granted } : 400;
    }
    if (![TOKEN, granted].includes(String(headers["x-shopify-access-token"]))) return 401;
    if (!/^\/admin\/api\/\d{4}-\d{2}\/graphql\.json$/.test(url.pathname)) return 404;
    const { query, first } = JSON.parse(body).variables;
    const nodes = known.filter((order) => matches(order, query)).toSorted(byCreation);
    return { data: { orders: { nodes: nodes.slice(0, first) } } };
  });
  const source = new ShopifySource({ shop: "lisboa-shoes.myshopify.com", secret }, shop.outside);
  return { source, secrets: secret.split(":"), shop, close: shop.close };
}

/** `name:"…" OR name:"…"`, or `email:"…"`; a value that is not in quotes goes up to the next space, and * stands for anything. */
function matches(order: ShopifyFields, query: string): boolean {
  return query.split(" OR ").some((term) => {
    const [, field = "", quoted, bare = ""] = /^\s*(\w+):(?:"([^"]*)"|(\S+))/.exec(term) ?? [];
    const value = String(order[field] ?? "").toLowerCase();
    return bare === "*" || value.includes((quoted ?? bare).toLowerCase());
  });
}

function byCreation(a: ShopifyFields, b: ShopifyFields): number {
  return String(b["createdAt"]).localeCompare(String(a["createdAt"]));
}

function shopifyOrder({ number, email, steps, items }: Order): ShopifyFields {
  const placedAt = steps.find(({ kind }) => kind === "placed")?.at ?? 0;
  return aShopifyOrder({
    name: number,
    email,
    createdAt: new Date(placedAt).toISOString(),
    transactions: [],
    lineItems: {
      nodes: items.map(({ name, quantity, picture }) => ({
        name,
        quantity,
        image: picture === null ? null : { url: picture },
      })),
    },
  });
}
