import type { MintedApiToken, Order, OrderSourceEdit } from "@shopbell/protocol";
import type { Limits } from "../../limits.ts";
import { newSite } from "../../sites/site.ts";
import { addSite } from "../../sites/site-store.ts";
import { type SignedInAgent, startRelay, TestClock, type TestRelay } from "../../testing/index.ts";
import { ShopSystem } from "./shop-system.ts";

export const SECRET = "a secret of more than thirty-two characters";

/** Everything of an answer that its reader gets, but when it was sent. */
export async function whole(response: Response): Promise<object> {
  const { date: _, ...headers } = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.text() };
}

/** What is said of a call beside its address. */
export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For tests: two shops on one relay, demo and bags, and a system that either may look orders up in. */
export class OrderStage {
  readonly relay: TestRelay;
  readonly clock: TestClock;
  readonly system: ShopSystem;

  private constructor(relay: TestRelay, clock: TestClock, system: ShopSystem) {
    this.relay = relay;
    this.clock = clock;
    this.system = system;
  }

  static async open(limits: Partial<Limits> = {}, settings: Record<string, string> = {}): Promise<OrderStage> {
    const clock = new TestClock();
    const system = await ShopSystem.start();
    const env = { EGRESS_ALLOW: system.host, TRUST_PROXY: "127.0.0.1", ...settings };
    const relay = await startRelay({ clock, limits, env });
    const bags = newSite("bags", "Faro Bags", ["https://bags.example"]);
    if (bags) await addSite(relay.parts.storage.db, bags, 0);
    await relay.parts.context.sites.refresh();
    return new OrderStage(relay, clock, system);
  }

  async close(): Promise<void> {
    await this.relay.stop();
    await this.system.stop();
  }

  call(path: string, { body, type = "application/json", headers = {}, ...call }: Call = {}): Promise<Response> {
    const method = call.method ?? (body === undefined ? "GET" : "POST");
    const written = typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body);
    const carried = body === undefined ? {} : { "content-type": type };
    return fetch(`${this.relay.url}${path}`, { method, headers: { ...carried, ...headers }, body: written as string });
  }

  /** As the console does. */
  asAgent(path: string, call: Call = {}, { cookie }: SignedInAgent = this.relay.owner): Promise<Response> {
    return this.call(`/v1/agent/${path}`, { ...call, headers: { origin: this.relay.url, cookie, ...call.headers } });
  }

  /** As a visitor's widget does. @param from the address of the visitor's network */
  find(number: string, email: string, { from = "203.0.113.1", site = "demo" } = {}): Promise<Response> {
    const headers = { origin: site === "demo" ? this.relay.url : `https://${site}.example`, "x-forwarded-for": from };
    return this.call(`/v1/sites/${site}/orders/find`, { body: { number, email }, headers });
  }

  /** As a shop's own system does. */
  push({ number, ...order }: Order, token: string): Promise<Response> {
    const headers = { authorization: `Bearer ${token}` };
    return this.call(`/v1/orders/${encodeURIComponent(number)}`, { method: "PUT", body: order, headers });
  }

  /** The shop has told of these orders, and looks nowhere else. */
  async tell(...orders: readonly Order[]): Promise<void> {
    await this.setSource({ kind: "stored" });
    const { token } = await this.mint();
    for (const order of orders) if (!(await this.push(order, token)).ok) throw new Error(`${order.number} was refused`);
  }

  async setSource(edit: OrderSourceEdit, site = "demo"): Promise<Response> {
    return this.asAgent(`sites/${site}/order-source`, { method: "PUT", body: edit });
  }

  /** Orders are looked up in the shop's own system. */
  async useSystem(): Promise<void> {
    await this.setSource({ kind: "endpoint", url: `http://${this.system.host}/orders`, secret: SECRET });
  }

  async mint(site = "demo"): Promise<MintedApiToken> {
    const response = await this.asAgent(`sites/${site}/tokens`, { body: { name: "our shop" } });
    return (await response.json()) as MintedApiToken;
  }
}
