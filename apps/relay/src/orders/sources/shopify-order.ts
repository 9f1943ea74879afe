import { EmailAddress, type Order, OrderNumber, type OrderStep } from "@shopbell/protocol";
import * as z from "zod";
import { carrierOf, itemsOf, step } from "./pieces.ts";

/** Its names are those of https://shopify.dev/docs/api/admin-graphql/latest/objects/Order */
export const SHOPIFY_FIELDS = `
  name email createdAt cancelledAt displayFinancialStatus
  transactions(first: 10) { kind status processedAt }
  refunds(first: 10) { createdAt }
  fulfillments(first: 10) { status createdAt deliveredAt estimatedDeliveryAt trackingInfo(first: 1) { company url } }
  lineItems(first: 30) { nodes { name quantity image { url } } }
`;

const DateTime = z.iso.datetime({ offset: true });
const At = DateTime.transform((text) => Date.parse(text));

const Fulfillment = z.object({
  status: z.string(),
  createdAt: At,
  deliveredAt: At.nullable(),
  estimatedDeliveryAt: DateTime.nullable(),
  trackingInfo: z.array(z.object({ company: z.string().nullable(), url: z.string().nullable() })),
});

/** What we read of an order. */
export const ShopifyOrder = z.object({
  name: OrderNumber,
  email: z.string().nullable(),
  createdAt: At,
  cancelledAt: At.nullable(),
  displayFinancialStatus: z.string().nullable(),
  transactions: z.array(z.object({ kind: z.string(), status: z.string(), processedAt: At.nullable() })),
  refunds: z.array(z.object({ createdAt: At.nullable() })),
  fulfillments: z.array(Fulfillment),
  lineItems: z.object({
    nodes: z.array(
      z.object({ name: z.string(), quantity: z.number(), image: z.object({ url: z.string() }).nullable() }),
    ),
  }),
});
type ShopifyOrder = z.infer<typeof ShopifyOrder>;

const PAYING = new Set(["SALE", "CAPTURE"]);

/** What it is to us; null where it has no address, and so nobody could ever ask for it. */
export function orderOf(shopify: ShopifyOrder): Order | null {
  const email = EmailAddress.safeParse(shopify.email);
  if (!email.success) return null;
  const parcels = shopify.fulfillments.filter(({ status }) => status === "SUCCESS");
  const [tracking] = parcels.flatMap(({ trackingInfo }) => trackingInfo);
  return {
    number: shopify.name,
    email: email.data,
    steps: stepsOf(shopify, parcels),
    items: itemsOf(
      shopify.lineItems.nodes.map(({ name, quantity, image }) => ({ name, quantity, picture: image?.url ?? null })),
    ),
    expectedOn: expectedOn(parcels),
    carrier: carrierOf(tracking?.company, tracking?.url),
  };
}

type Parcel = ShopifyOrder["fulfillments"][number];

/** A delivery is told where the carrier tells Shopify of it; without, "not yet" would stand there for ever. */
function stepsOf(shopify: ShopifyOrder, parcels: readonly Parcel[]): OrderStep[] {
  const steps = [step("placed", shopify.createdAt), step("paid", paidAt(shopify))];
  steps.push(step("shipped", firstOf(parcels.map(({ createdAt }) => createdAt))));
  const delivered = deliveredAt(parcels);
  if (delivered !== null || expectedOn(parcels) !== null) steps.push(step("delivered", delivered));
  const refunded = firstOf(shopify.refunds.flatMap(({ createdAt }) => createdAt ?? []));
  if (shopify.displayFinancialStatus === "REFUNDED" && shopify.cancelledAt === null) {
    steps.push(step("returned", refunded));
  }
  if (shopify.cancelledAt !== null) steps.push(step("cancelled", shopify.cancelledAt));
  return steps;
}

function paidAt({ transactions }: ShopifyOrder): number | null {
  const payments = transactions.filter(({ kind, status }) => PAYING.has(kind) && status === "SUCCESS");
  return firstOf(payments.flatMap(({ processedAt }) => processedAt ?? []));
}

/** When the last parcel came; null while one of them is on its way. */
function deliveredAt(parcels: readonly Parcel[]): number | null {
  const arrivals = parcels.flatMap((parcel) => parcel.deliveredAt ?? []);
  return arrivals.length > 0 && arrivals.length === parcels.length ? Math.max(...arrivals) : null;
}

/** The last day for which a parcel is announced. */
function expectedOn(parcels: readonly Parcel[]): string | null {
  return (
    parcels
      .flatMap(({ estimatedDeliveryAt }) => estimatedDeliveryAt?.slice(0, 10) ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

function firstOf(instants: readonly number[]): number | null {
  return instants.length > 0 ? Math.min(...instants) : null;
}
