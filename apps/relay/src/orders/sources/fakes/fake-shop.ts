import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type AskOptions, Egress, type Outside } from "../../../egress/egress.ts";

/** What was asked of a shop's system. */
export interface Question {
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A shop's system on a port of this machine. */
export interface FakeShop {
  readonly url: string;
  readonly questions: readonly Question[];
  /** How it answers from now on, instead of as it should. */
  fault: RequestListener | undefined;
  /** How long it is waited for. */
  patienceMs: number;
  /** Asks it whatever address is asked: those of real shops are public, and speak TLS. */
  readonly outside: Outside;
  close(): Promise<void>;
}

/** @param answer JSON, or a status */
export async function startFakeShop(answer: (question: Question) => object | number): Promise<FakeShop> {
  const questions: Question[] = [];
  const server = createServer(async (request, response) => {
    const question = { url: new URL(request.url ?? "/", url), headers: request.headers, body: await text(request) };
    questions.push(question);
    if (shop.fault) return shop.fault(request, response);
    const answered = answer(question);
    const status = typeof answered === "number" ? answered : 200;
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answered));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const shop: FakeShop = {
    url,
    questions,
    fault: undefined,
    patienceMs: 5_000,
    outside: towards(url, () => ({ timeoutMs: shop.patienceMs })),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return shop;
}

function towards(url: string, patience: () => AskOptions): Outside {
  const egress = new Egress({ allow: [new URL(url).host] });
  const here = (address: string) => address.replace(/^https?:\/\/[^/]+/, url);
  return {
    allows: (address) => egress.allows(address),
    get: (address, options) => egress.get(here(address), { ...options, ...patience() }),
    post: (address, body, options) => egress.post(here(address), body, { ...options, ...patience() }),
  };
}
