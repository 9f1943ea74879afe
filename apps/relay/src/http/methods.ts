import type { FastifyInstance, FastifyReply, HTTPMethods } from "fastify";
import { Refusal, sendProblem } from "./problems.ts";

const METHODS: readonly HTTPMethods[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Answers a known address that is asked with another method by saying which it takes (RFC 9110, 15.5.6).
 * Call before the routes, and what it returns after them.
 */
export function otherMethods(app: FastifyInstance): () => void {
  const known = new Map<string, Set<string>>();
  app.addHook("onRoute", ({ method, url }) => {
    if (!url.startsWith("/v1/")) return; // files have their own ways
    known.set(url, new Set([...(known.get(url) ?? []), ...[method].flat()]));
  });

  return () => {
    for (const [url, taken] of [...known]) {
      const allow = [...taken].join(", ");
      const refuse = (reply: FastifyReply) =>
        sendProblem(reply.header("allow", allow), new Refusal("method-not-allowed"));
      app.route({
        method: METHODS.filter((method) => !taken.has(method)),
        url,
        onRequest: async (_request, reply) => refuse(reply), // before a body is read that nobody wants
        handler: (_request, reply) => refuse(reply),
      });
    }
  };
}
