import { Order, OrderItem, OrderStep } from "@shopbell/protocol";
import * as z from "zod";
import type { Clock } from "../../clock.ts";
import type { Outside } from "../../egress/egress.ts";
import type { OrderSource } from "../order-source.ts";
import { readAnswer } from "./read-answer.ts";
import { type Note, readableOrders } from "./readable-orders.ts";
import { signatureOf } from "./signature.ts";
import { newestWithEmail, withNumber } from "./told-orders.ts";

export interface EndpointSetting {
  readonly url: string;
  /** What questions are signed with. */
  readonly secret: string;
}

/** An order as `docs/orders.md` describes it. What else a shop says of one is left aside. */
const ToldOrder = Order.extend({
  steps: z.array(z.object(OrderStep.shape)).min(1).max(20),
  items: z.array(z.object(OrderItem.shape)).max(100).default([]),
});
/** Whatever stands there: whether it is an order is another question. */
const Told = z.unknown().refine((told) => told !== undefined);
const OneOrder = z.object({ order: Told });
const SeveralOrders = z.object({ orders: z.array(Told).max(100) });

/** The shop's own address, which is asked in JSON and with a signature. */
export class EndpointSource implements OrderSource {
  readonly #setting: EndpointSetting;
  readonly #egress: Outside;
  readonly #clock: Clock;
  readonly #note: Note;

  constructor(setting: EndpointSetting, egress: Outside, clock: Clock, note: Note = () => {}) {
    this.#setting = setting;
    this.#egress = egress;
    this.#clock = clock;
    this.#note = note;
  }

  async byNumber(number: string): Promise<Order | null> {
    const { order } = await this.#ask({ number }, OneOrder);
    return withNumber(this.#readable(order === null ? [] : [order]), number);
  }

  async byEmail(email: string, limit: number): Promise<Order[]> {
    const { orders } = await this.#ask({ email, limit }, SeveralOrders);
    return newestWithEmail(this.#readable(orders), email, limit);
  }

  #readable(told: readonly unknown[]): Order[] {
    return readableOrders(told, ToldOrder, this.#note);
  }

  #ask<T>(question: object, schema: z.ZodType<T>): Promise<T> {
    const { url, secret } = this.#setting;
    const body = JSON.stringify(question);
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      "shopbell-signature": signatureOf(body, secret, this.#clock.now()),
    };
    return readAnswer(this.#egress.post(url, body, { headers }), schema);
  }
}
