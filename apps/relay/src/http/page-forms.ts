import type { FastifyInstance, FastifyRequest } from "fastify";
import { isAllowedOrigin } from "../sites/allowed-origins.ts";
import { Refusal } from "./problems.ts";

/** The fields of a form, as they were sent. One that was sent twice counts once, with its last value. */
export type Fields = Readonly<Record<string, string>>;

/** Makes the routes of this plugin take what forms send, and nothing else. */
export function takeForms(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string" },
    async (_request: FastifyRequest, body: string): Promise<Fields> => Object.fromEntries(new URLSearchParams(body)),
  );
}

/**
 * A form of ours must have come from a page of ours, as far as the browser says where it came from. Our pages send no referrer, for which browsers write
 * the Origin `null`: then `Sec-Fetch-Site` tells, and where an old browser sends neither, the token in the address has to do.
 *
 * @throws Refusal `origin-refused`
 */
export function requireOwnForm({ headers }: FastifyRequest, ownOrigins: readonly string[]): void {
  const { origin } = headers;
  const from = headers["sec-fetch-site"];
  const isForeign = from === undefined ? false : from !== "same-origin";
  const isElsewhere = origin !== undefined && origin !== "null" && !isAllowedOrigin(ownOrigins, origin);
  if (isForeign || isElsewhere) throw new Refusal("origin-refused");
}
