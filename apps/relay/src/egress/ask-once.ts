import { type ClientRequest, type IncomingMessage, Agent as PlainHttpAgent, request as requestHttp } from "node:http";
import { Agent as PlainHttpsAgent, request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";
import { EgressFault, EgressSilence } from "./egress-fault.ts";

/** One request, without following where it leads. */
export interface Asked {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  readonly lookup: LookupFunction | undefined;
}

export interface Received {
  readonly status: number;
  /** The media type, without parameters, in lower case. */
  readonly type: string;
  readonly body: Buffer;
  /** Where it came from in the end. */
  readonly url: string;
  readonly location: string | null;
}

// Connections are not kept: the next request may be to a name that has moved to a private address meanwhile.
const FILTERED = { "http:": new RequestFilteringHttpAgent(), "https:": new RequestFilteringHttpsAgent() };
const PLAIN = { "http:": new PlainHttpAgent(), "https:": new PlainHttpsAgent() };

/** Asks one address. @throws EgressFault, or whatever Node throws. */
export function askOnce(url: URL, asked: Asked, mayBePrivate: boolean): Promise<Received> {
  const { promise, resolve, reject } = Promise.withResolvers<Received>();
  const request = requestTo(url, asked, mayBePrivate);
  const gone = () => reject(new EgressSilence(`${url.host} broke the connection off.`));
  request.on("error", reject);
  request.on("close", gone);
  request.on("response", (response) => {
    request.off("close", gone); // from here on, the body says whether it is whole
    readBody(response, url.host, asked.maxBytes).then((body) => resolve(received(url, response, body)), reject);
  });
  request.end(asked.body);
  return promise.finally(() => request.destroy());
}

function requestTo(url: URL, { method, headers, signal, lookup }: Asked, mayBePrivate: boolean): ClientRequest {
  const agents = mayBePrivate ? PLAIN : FILTERED;
  const options = {
    method,
    signal,
    headers: { accept: "*/*", "user-agent": "Shopbell", ...headers, "accept-encoding": "identity" },
    ...(lookup === undefined ? {} : { lookup }),
  };
  return url.protocol === "https:"
    ? requestHttps(url, { ...options, agent: agents["https:"] })
    : requestHttp(url, { ...options, agent: agents["http:"] });
}

async function readBody(response: IncomingMessage, host: string, maxBytes: number): Promise<Buffer> {
  if ((response.headers["content-encoding"] ?? "identity") !== "identity") {
    throw new EgressFault(`${host} answered packed, though it was asked not to.`);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new EgressFault(`${host} answered more than ${Math.floor(maxBytes / 1024)} KiB.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function received(url: URL, response: IncomingMessage, body: Buffer): Received {
  const [type = ""] = (response.headers["content-type"] ?? "").split(";");
  return {
    status: response.statusCode ?? 0,
    type: type.trim().toLowerCase(),
    body,
    url: url.href,
    location: response.headers.location ?? null,
  };
}
