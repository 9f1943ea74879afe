import type { Order } from "@shopbell/protocol";
import { beginningOf } from "../../order-status.ts";
import { EndpointSource } from "../endpoint.ts";
import { signatureOf } from "../signature.ts";
import type { SourceUnderTest } from "../source-contract.ts";
import { startFakeShop } from "./fake-shop.ts";

const SECRET = "an-endpoint-secret-of-32-letters!";
const NOW = 1_800_000_000_000;

/** A shop that follows `docs/orders.md`, and knows some orders. */
export async function fakeEndpoint(orders: readonly Order[]): Promise<SourceUnderTest> {
  const newestFirst = orders.toSorted((a, b) => (beginningOf(b) ?? 0) - (beginningOf(a) ?? 0));
  const shop = await startFakeShop(({ headers, body }) => {
    if (headers["shopbell-signature"] !== signatureOf(body, SECRET, NOW)) return 401;
    const { number, email, limit } = JSON.parse(body);
    if (number !== undefined) return { order: orders.find((order) => order.number === number) ?? null };
    return { orders: newestFirst.filter((order) => order.email === email).slice(0, limit) };
  });
  const clock = { now: () => NOW, steady: () => NOW };
  return {
    source: new EndpointSource({ url: `${shop.url}/orders`, secret: SECRET }, shop.outside, clock),
    secrets: [SECRET],
    shop,
    close: shop.close,
  };
}
