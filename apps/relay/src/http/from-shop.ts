import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { allowOrigin, type SiteGate } from "../sites/site-routes.ts";
import { sendUnlessUnchanged } from "./unchanged.ts";

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
  reply.header("cache-control", "public, max-age=15").header("vary", "Origin, Accept-Language");
  reply.type("application/json; charset=utf-8");
  return sendUnlessUnchanged(request, reply, JSON.stringify(answer));
}
