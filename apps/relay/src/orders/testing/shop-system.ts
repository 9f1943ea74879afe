import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { Order } from "@shopbell/protocol";

/** For tests: the shop's own system, which knows some orders, notes what it was asked, and can be out of order. */
export class ShopSystem {
  orders: readonly Order[] = [];
  isDown = false;
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const answer = await this.#answerTo(request);
      response.writeHead(this.isDown ? 500 : 200, { "content-type": "application/json" }).end(JSON.stringify(answer));
    });
  }

  static async start(): Promise<ShopSystem> {
    const system = new ShopSystem();
    await once(system.#server.listen(0, "127.0.0.1"), "listening");
    return system;
  }

  /** Host and port. */
  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  async #answerTo(request: IncomingMessage): Promise<object> {
    const { number, email } = (await json(request)) as { number?: string; email?: string };
    this.asked.push(number ?? email ?? "");
    return number === undefined
      ? { orders: this.orders.filter((order) => order.email === email) }
      : { order: this.orders.find((order) => order.number === number) ?? null };
  }
}
