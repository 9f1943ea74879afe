import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyPluginAsync } from "fastify";
import type { Registry } from "prom-client";
import { Refusal } from "./problems.ts";

/** What is measured, for whoever shows the token. Where there is none, there is no such address either. */
export function metricsRoutes(token: string | null, metrics: () => Registry): FastifyPluginAsync {
  return async (app) => {
    if (token === null) return;
    const registry = metrics();
    const expected = digest(`Bearer ${token}`);
    app.get("/metrics", async (request, reply) => {
      if (!timingSafeEqual(digest(request.headers.authorization ?? ""), expected)) {
        reply.header("www-authenticate", "Bearer");
        throw new Refusal("unauthorized");
      }
      return reply
        .type(registry.contentType)
        .header("cache-control", "no-store")
        .send(await registry.metrics());
    });
  };
}

/** Digests have one length, which a comparison in constant time needs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
