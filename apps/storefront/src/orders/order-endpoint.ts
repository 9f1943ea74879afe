import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { demoOrders } from "./demo-orders.ts";
import { isSigned } from "./is-signed.ts";
import type { Order } from "./order.ts";

const PATH = "/orders";
const JSON_TYPE = { "content-type": "application/json" };
const MAX_BODY_BYTES = 16 * 1024;

export interface OrderEndpointOptions {
  /** What the relay signs its questions with. */
  readonly secret: string;
  /** Where the shop's pictures are. */
  readonly shopUrl: string;
  readonly now?: () => number;
}

export interface OrderEndpoint {
  readonly url: string;
  readonly server: Server;
}

interface Reply {
  readonly status: number;
  readonly answer: object;
}

/** Starts what a shop needs to answer "Where is my order?" out of its own system: on this machine only, on a free port. */
export async function startOrderEndpoint({
  secret,
  shopUrl,
  now = Date.now,
}: OrderEndpointOptions): Promise<OrderEndpoint> {
  const server = createServer((request, response) => {
    reply(request).then(
      ({ status, answer }) => response.writeHead(status, JSON_TYPE).end(JSON.stringify(answer)),
      () => response.destroy(), // whoever asked has gone in the middle of it
    );
  });

  async function reply(request: IncomingMessage): Promise<Reply> {
    const body = await readBody(request);
    if (request.method !== "POST" || request.url !== PATH) return { status: 404, answer: {} };
    if (body === null) return { status: 413, answer: {} };
    const signature = String(request.headers["shopbell-signature"] ?? "");
    if (!isSigned(body, signature, secret, now())) return { status: 401, answer: {} };
    return { status: 200, answer: answerTo(JSON.parse(body), demoOrders(now(), shopUrl)) };
  }

  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}` };
}

interface Question {
  readonly number?: string;
  readonly email?: string;
  readonly limit?: number;
}

/** Numbers come as visitors typed them; the newest orders stand first. */
function answerTo({ number, email, limit = 0 }: Question, orders: readonly Order[]): object {
  if (number !== undefined) return { order: orders.find((order) => order.number === canonical(number)) ?? null };
  const own = orders.filter((order) => order.email === email?.toLowerCase());
  return { orders: own.toSorted((a, b) => placedAt(b) - placedAt(a)).slice(0, limit) };
}

function canonical(number: string): string {
  return number.replaceAll(/[\s#]/g, "").toUpperCase();
}

function placedAt({ steps }: Order): number {
  return steps.find(({ kind }) => kind === "placed")?.at ?? 0;
}

/** Null where it is too long for a question. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  return bytes > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString();
}
