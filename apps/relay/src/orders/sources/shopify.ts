import type { Order } from "@shopbell/protocol";
import * as z from "zod";
import type { Received } from "../../egress/ask-once.ts";
import type { Outside } from "../../egress/egress.ts";
import { type OrderSource, SourceDown } from "../order-source.ts";
import { readAnswer } from "./read-answer.ts";
import { type Note, readableOrders } from "./readable-orders.ts";
import { orderOf, SHOPIFY_FIELDS, ShopifyOrder } from "./shopify-order.ts";
import { ShopifyToken } from "./shopify-token.ts";
import { newestWithEmail, withNumber } from "./told-orders.ts";

export interface ShopifySetting {
  /** `lisboa-shoes.myshopify.com` */
  readonly shop: string;
  /** What opens it: `ShopifyToken`. */
  readonly secret: string;
}

/** Supported for a year; afterwards Shopify answers in the oldest version that it still supports. */
const VERSION = "2026-10";

/** More than is wanted, because a search also finds what resembles; no more, because what a query costs grows with it. */
const FOUND = 10;

const QUERY = `query Orders($first: Int!, $query: String!) {
  orders(first: $first, query: $query, sortKey: CREATED_AT, reverse: true) { nodes { ${SHOPIFY_FIELDS} } }
}`;

const Answer = z.object({
  data: z.object({ orders: z.object({ nodes: z.array(z.unknown()) }) }).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }).partial().optional() })).optional(),
});

/** A Shopify shop, by its GraphQL Admin API: the REST one is no longer given to new apps. */
export class ShopifySource implements OrderSource {
  readonly #shop: string;
  readonly #token: ShopifyToken;
  readonly #egress: Outside;
  readonly #note: Note;

  constructor({ shop, secret }: ShopifySetting, egress: Outside, note: Note = () => {}) {
    this.#shop = shop;
    this.#token = new ShopifyToken(shop, secret, egress);
    this.#egress = egress;
    this.#note = note;
  }

  async byNumber(number: string): Promise<Order | null> {
    const name = number.replace(/^\s*#/, "");
    return withNumber(await this.#ask(`name:${phrase(name)} OR name:${phrase(`#${name}`)}`), number);
  }

  async byEmail(email: string, limit: number): Promise<Order[]> {
    return newestWithEmail(await this.#ask(`email:${phrase(email)}`), email, limit);
  }

  async #ask(query: string): Promise<Order[]> {
    const { data, errors } = await readAnswer(this.#send({ query: QUERY, variables: { first: FOUND, query } }), Answer);
    if (errors !== undefined || !data)
      throw new SourceDown(`${this.#shop} ${refusalOf(errors?.[0]?.extensions?.code)}.`);
    return readableOrders(data.orders.nodes, ShopifyOrder, this.#note).flatMap((order) => orderOf(order) ?? []);
  }

  async #send(question: object): Promise<Received> {
    const send = (token: string) => {
      const headers = {
        "content-type": "application/json",
        accept: "application/json",
        "x-shopify-access-token": token,
      };
      const url = `https://${this.#shop}/admin/api/${VERSION}/graphql.json`;
      return this.#egress.post(url, JSON.stringify(question), { headers });
    };
    const received = await send(await this.#token.current());
    const hasEnded = received.status === 401 && this.#token.isGranted;
    return hasEnded ? send(await this.#token.renewed()) : received;
  }
}

/**
 * One value of a search. What ends or widens a value is in no order's name and no address, so it is taken out rather than escaped:
 * nothing then depends on how escapes are read.
 */
function phrase(text: string): string {
  return `"${text.replaceAll(/["'\\*]/g, " ")}"`;
}

function refusalOf(code: string | undefined): string {
  if (code === "ACCESS_DENIED") return "does not let the app read orders: give it the scope read_orders";
  if (code === "THROTTLED") return "asks us to ask less often";
  return "did not understand the question";
}
