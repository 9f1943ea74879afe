import type { OrderQuery, OrderStatus } from "@shopbell/protocol/types";
import type { HelpHttp } from "./help-http.ts";

/**
 * closed: a card that asks nothing · number, email: what is missing of the form · unknown: no such order, or too many tries · down: the
 * shop's system does not answer
 */
export type OrderAsk = "closed" | "form" | "number" | "email" | "asking" | "unknown" | "down";

/** Where an order is, as the visitor asks for it. */
export class OrderSearch {
  ask: OrderAsk = "closed";
  order: OrderStatus | null = null;
  readonly query: OrderQuery = { number: "", email: "" };
  readonly #http: HelpHttp;
  readonly #draw: () => void;
  /** Counts what the visitor did since: an answer that comes late is an answer to something else. */
  #turns = 0;

  constructor(http: HelpHttp, draw: () => void) {
    this.#http = http;
    this.#draw = draw;
  }

  turn(ask: OrderAsk): void {
    this.#turns += 1;
    this.ask = ask;
    this.order = null;
    this.#draw();
  }

  write(query: Partial<OrderQuery>): void {
    Object.assign(this.query, query);
    this.turn("form");
  }

  /** Resolves when it is known, or when what is missing is named. */
  async find(): Promise<void> {
    const number = this.query.number.trim();
    const email = this.query.email.trim();
    if (this.ask === "asking") return;
    if (!number) return this.turn("number");
    if (!/.@./.test(email)) return this.turn("email");
    this.turn("asking");
    const asked = this.#turns;
    const found = await this.#http.order({ number, email });
    if (asked !== this.#turns) return;
    if (typeof found === "string") return this.turn(found);
    this.ask = "closed";
    this.order = found;
    this.#draw();
  }
}
