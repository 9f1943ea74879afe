import type * as z from "zod";
import type { Received } from "../../egress/ask-once.ts";
import { EgressFault, EgressSilence } from "../../egress/egress-fault.ts";
import { SourceDown, SourceSilent } from "../order-source.ts";
import { fieldsOf } from "./readable-orders.ts";

const SAID: Readonly<Record<number, string>> = {
  400: "does not take the question, or the key",
  401: "does not take the key",
  403: "does not take the key, or the key may not read orders",
  404: "has nothing at this address",
  429: "asks us to ask less often",
};

/**
 * Waits for an answer and reads it as JSON of one shape. Nothing of the answer itself is in a fault: it may hold anything.
 *
 * @throws SourceDown when it cannot be understood; SourceSilent when there is none, or a fault that is not this question's.
 */
export async function readAnswer<T>(asking: Promise<Received>, schema: z.ZodType<T>): Promise<T> {
  const received = await asking.catch((error: unknown) => {
    if (error instanceof EgressSilence) throw new SourceSilent(error.message);
    throw error instanceof EgressFault ? new SourceDown(error.message) : error;
  });
  const { host } = new URL(received.url);
  if (received.status !== 200) throw refusedBy(host, received);
  const parsed = schema.safeParse(jsonOf(received, host));
  if (parsed.success) return parsed.data;
  throw new SourceDown(`${host} answered in a shape that is not the agreed one${fieldsOf(parsed.error)}.`);
}

function refusedBy(host: string, { status, location }: Received): SourceDown {
  if (location !== null)
    return new SourceDown(`${host} leads elsewhere (${status}): give the address that it leads to.`);
  const message = `${host} ${SAID[status] ?? "answered with a fault"} (${status}).`;
  return status === 429 || status >= 500 ? new SourceSilent(message) : new SourceDown(message);
}

function jsonOf({ body, type }: Received, host: string): unknown {
  if (type === "text/html")
    throw new SourceDown(`${host} answered with a web page instead of JSON: is the address right?`);
  try {
    return JSON.parse(body.toString());
  } catch {
    throw new SourceDown(`${host} answered something that is no JSON.`);
  }
}
