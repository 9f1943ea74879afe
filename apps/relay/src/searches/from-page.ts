import { createHash } from "node:crypto";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { allowOrigin, type SiteGate } from "../sites/site-routes.ts";

const PREFLIGHT_S = 600;

/** Lets the pages of a shop post to an address. */
export function answerPreflight(app: FastifyInstance, path: string, gate: SiteGate): void {
  app.options(path, async (request, reply) => {
    const { origin } = await gate.admit(request);
    allowOrigin(reply, origin);
    reply.header("access-control-allow-methods", "POST").header("access-control-allow-headers", "content-type");
    return reply.header("access-control-max-age", PREFLIGHT_S).code(204).send();
  });
}

/** Sends what is the same for everybody, or that it has not changed since it was sent last. */
export function sendCacheable(request: FastifyRequest, reply: FastifyReply, answer: object): FastifyReply {
  const body = JSON.stringify(answer);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  reply.header("cache-control", "public, max-age=15").header("etag", etag).header("vary", "Origin, Accept-Language");
  if (request.headers["if-none-match"] === etag) return reply.code(304).send();
  return reply.type("application/json; charset=utf-8").send(body);
}
