import type { Order } from "@shopbell/protocol";
import * as z from "zod";
import type { Outside } from "../../egress/egress.ts";
import { type OrderSource, SourceDown } from "../order-source.ts";
import { readAnswer } from "./read-answer.ts";
import { type Note, readableOrders } from "./readable-orders.ts";
import { newestWithEmail, withNumber } from "./told-orders.ts";
import { orderOf, WOO_FIELDS, WooOrder } from "./woocommerce-order.ts";

export interface WooCommerceSetting {
  /** The shop's address, where WordPress is. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

const Found = z.array(z.unknown());

/** Its keys go along with each question: unencrypted only to a host that whoever runs the relay has named. */
export function mayGetKeys(url: string, egress: Outside): boolean {
  return new URL(url).protocol === "https:" || egress.allows(url);
}

/** As many as a search is read of: it also finds what only resembles. */
const FOUND = "20";

/** A WooCommerce shop, by version 3 of its REST API. */
export class WooCommerceSource implements OrderSource {
  readonly #setting: WooCommerceSetting;
  readonly #egress: Outside;
  readonly #note: Note;

  constructor(setting: WooCommerceSetting, egress: Outside, note: Note = () => {}) {
    this.#setting = setting;
    this.#egress = egress;
    this.#note = note;
  }

  /**
   * A number is the order's id, unless a plugin gives other numbers: the search finds these. Both are asked at once, and always, so
   * that how long it takes does not tell which numbers exist.
   */
  async byNumber(number: string): Promise<Order | null> {
    const digits = /^\s*#?(\d{1,15})\s*$/.exec(number)?.[1];
    const asked = [this.#ask({ search: number })];
    if (digits !== undefined) asked.push(this.#ask({ include: digits }));
    return withNumber((await Promise.all(asked)).flat(), number);
  }

  async byEmail(email: string, limit: number): Promise<Order[]> {
    return newestWithEmail(await this.#ask({ search: email }), email, limit);
  }

  async #ask(query: Record<string, string>): Promise<Order[]> {
    const { url, key, secret } = this.#setting;
    if (!mayGetKeys(url, this.#egress))
      throw new SourceDown("WooCommerce is asked over https only: its keys go along.");
    const address = new URL(`${new URL(url).pathname.replace(/\/+$/, "")}/wp-json/wc/v3/orders`, url);
    address.search = new URLSearchParams({ ...query, per_page: FOUND, _fields: WOO_FIELDS }).toString();
    const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`;
    const asking = this.#egress.get(address.href, { headers: { authorization, accept: "application/json" } });
    const found = readableOrders(await readAnswer(asking, Found), WooOrder, this.#note);
    return found.flatMap((order) => orderOf(order) ?? []);
  }
}
