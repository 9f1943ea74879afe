import type { FastifyPluginAsync } from "fastify";
import { callTimes } from "../availability/call-times.ts";
import type { Clock } from "../clock.ts";
import { allowOrigin, type SiteGate } from "../sites/site-routes.ts";

export interface CallTimeRoutesOptions {
  readonly gate: SiteGate;
  readonly clock: Clock;
}

/** When visitors may ask to be called. Public, as the look of the bell is. */
export function callTimeRoutes({ gate, clock }: CallTimeRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    app.get("/v1/sites/:siteKey/call-times", async (request, reply) => {
      const { site, origin } = await gate.admitReader(request);
      allowOrigin(reply, origin);
      reply.header("cache-control", "no-store");
      return { times: site.promises.callsBack ? callTimes(site.hours, clock.now()) : [] };
    });
  };
}
