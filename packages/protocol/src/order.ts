import * as z from "zod";
import { EmailAddress } from "./http.ts";
import { Instant } from "./ids.ts";
import { isStorable } from "./text.ts";

const line = (max: number) => z.string().max(max).refine(isStorable).trim().min(1);
const WebAddress = z.url({ protocol: /^https?$/ }).max(2_000);

/** As it is printed on the invoice. Compared without case, spaces and a leading #. */
export const OrderNumber = line(60);

/** What happens to an order, in this order. */
export const OrderStepKind = z.enum(["placed", "paid", "packed", "shipped", "delivered", "returned", "cancelled"]);
export type OrderStepKind = z.infer<typeof OrderStepKind>;

/** Nobody's order is older: an instant before it is one in seconds. */
const YEAR_2000 = 946_684_800_000;

/** `at` null: not yet. `place`: where, in the shop's words. */
export const OrderStep = z.strictObject({
  kind: OrderStepKind,
  at: Instant.min(YEAR_2000).nullable(),
  place: line(120).nullable().default(null),
});
export type OrderStep = z.infer<typeof OrderStep>;

export const OrderItem = z.strictObject({
  name: line(200),
  quantity: z.int().min(1).max(10_000).default(1),
  /** An address of the shop's own. */
  picture: WebAddress.nullable().default(null),
});
export type OrderItem = z.infer<typeof OrderItem>;

const order = {
  steps: z.array(OrderStep).min(1).max(20),
  items: z.array(OrderItem).max(100).default([]),
  /** The day it is expected at the door, as the shop reckons days. */
  expectedOn: z.iso.date().nullable().default(null),
  carrier: z
    .strictObject({ name: line(80), href: WebAddress.nullable().default(null) })
    .nullable()
    .default(null),
};

/** Where an order is: what visitor and agent see. */
export const OrderStatus = z.object({ number: OrderNumber, ...order });
export type OrderStatus = z.infer<typeof OrderStatus>;

/** `PUT /v1/orders/NUMBER`: what a shop tells of an order, whole. */
export const OrderPush = z.strictObject({ email: EmailAddress, ...order });
export type OrderPush = z.infer<typeof OrderPush>;

/** An order as a source knows it. */
export const Order = z.object({ number: OrderNumber, email: EmailAddress, ...order });
export type Order = z.infer<typeof Order>;

/** `POST /v1/sites/KEY/orders/find`. A wrong pair, an unknown number and too many tries are answered alike: `order-unknown`. */
export const OrderQuery = z.strictObject({ number: OrderNumber, email: z.string().max(320) });
export type OrderQuery = z.infer<typeof OrderQuery>;
export const FoundOrder = z.object({ order: OrderStatus });
export type FoundOrder = z.infer<typeof FoundOrder>;

/** `GET /v1/agent/conversations/ID/orders?number=`: of the visitor's proven address, or the one with a number. `down`: the source is. */
export const ConversationOrders = z.object({
  orders: z.array(OrderStatus),
  /** Whose they are; null where no address was proved, and agents look by number. */
  email: z.string().nullable(),
  enabled: z.boolean(),
  down: z.boolean(),
});
export type ConversationOrders = z.infer<typeof ConversationOrders>;

/** Where orders are looked up. Those that the shop pushed, or that came by CSV, are looked up in any case but `off`. */
export const OrderSourceKind = z.enum(["off", "stored", "endpoint", "woocommerce", "shopify"]);
export type OrderSourceKind = z.infer<typeof OrderSourceKind>;

const Secret = z.string().min(8).max(300);

/** `PUT /v1/agent/sites/KEY/order-source`. A secret that is absent stays as it was. */
export const OrderSourceEdit = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("off") }),
  z.strictObject({ kind: z.literal("stored") }),
  z.strictObject({ kind: z.literal("endpoint"), url: WebAddress, secret: Secret.min(32).optional() }),
  z.strictObject({
    kind: z.literal("woocommerce"),
    url: WebAddress,
    key: z.string().max(200),
    secret: Secret.optional(),
  }),
  z.strictObject({
    kind: z.literal("shopify"),
    /** `lisboa-shoes.myshopify.com` */
    shop: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}\.myshopify\.com$/),
    secret: Secret.optional(),
  }),
]);
export type OrderSourceEdit = z.infer<typeof OrderSourceEdit>;

/** `GET /v1/agent/sites/KEY/order-source`: without its secret. */
export const OrderSourceState = z.object({
  kind: OrderSourceKind,
  url: z.string().nullable(),
  key: z.string().nullable(),
  shop: z.string().nullable(),
  hasSecret: z.boolean(),
  /** Orders that were pushed or came by CSV. */
  stored: z.int(),
});
export type OrderSourceState = z.infer<typeof OrderSourceState>;

/** `POST /v1/agent/sites/KEY/order-source/try`: one look-up, told to the owner with what went wrong. */
export const OrderTrial = z.strictObject({ number: OrderNumber });
export const OrderTrialOutcome = z.object({
  order: Order.nullable(),
  /** What the source answered, in words; null where it found the order, or knows none with this number. */
  error: z.string().nullable(),
});
export type OrderTrialOutcome = z.infer<typeof OrderTrialOutcome>;

/** `GET /v1/agent/sites/KEY/tokens`: with which the shop's own system may tell us of orders. */
export const ApiTokens = z.object({
  tokens: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      createdAt: Instant,
      usedAt: Instant.nullable(),
      lastFour: z.string(),
    }),
  ),
});
export type ApiTokens = z.infer<typeof ApiTokens>;
/** `POST` of the same, with a name. The token is shown this once. */
export const NewApiToken = z.strictObject({ name: line(80) });
export const MintedApiToken = z.object({ id: z.string(), token: z.string() });
export type MintedApiToken = z.infer<typeof MintedApiToken>;
