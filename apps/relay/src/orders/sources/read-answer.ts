import type * as z from "zod";
import type { Received } from "../../egress/ask-once.ts";
import { EgressFault } from "../../egress/egress-fault.ts";
import { SourceDown } from "../order-source.ts";

const SAID: Readonly<Record<number, string>> = {
  400: "does not take the question, or the key",
  401: "does not take the key",
  403: "does not take the key, or the key may not read orders",
  404: "has nothing at this address",
  429: "asks us to ask less often",
};

/** One fault mostly brings others along. */
const MAX_FIELDS = 3;

/**
 * Waits for an answer and reads it as JSON of one shape. Nothing of the answer itself is in a fault: it may hold anything.
 *
 * @throws SourceDown when there is none, or it cannot be understood.
 */
export async function readAnswer<T>(asking: Promise<Received>, schema: z.ZodType<T>): Promise<T> {
  const received = await asking.catch((error: unknown) => {
    throw error instanceof EgressFault ? new SourceDown(error.message) : error;
  });
  const { host } = new URL(received.url);
  if (received.status !== 200) throw new SourceDown(`${host} ${refusalOf(received)}.`);
  const parsed = schema.safeParse(jsonOf(received, host));
  if (parsed.success) return parsed.data;
  throw new SourceDown(`${host} answered in a shape that is not the agreed one${fieldsOf(parsed.error)}.`);
}

function fieldsOf({ issues }: z.ZodError): string {
  const fields = new Set(issues.map(({ path }) => path.join(".")).filter((field) => field !== ""));
  return fields.size > 0 ? `: look at ${[...fields].slice(0, MAX_FIELDS).join(", ")}` : "";
}

function refusalOf({ status, location }: Received): string {
  if (location !== null) return `leads elsewhere (${status}): give the address that it leads to`;
  return `${SAID[status] ?? "answered with a fault"} (${status})`;
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
