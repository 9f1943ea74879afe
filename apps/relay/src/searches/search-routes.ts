import { SearchReport } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import { answerPreflight } from "../http/from-shop.ts";
import { hourly } from "../http/hourly.ts";
import { networkOf } from "../http/network.ts";
import { parse } from "../http/problems.ts";
import { spend } from "../http/spend.ts";
import type { SelfHelp } from "../self-help.ts";
import { allowOrigin } from "../sites/site-routes.ts";
import { forgetOldSearches } from "./retention-store.ts";
import { SearchStore } from "./search-store.ts";

/** Where the widget says how a search ended. */
export function searchRoutes({ parts, gate }: Pick<SelfHelp, "parts" | "gate">): FastifyPluginAsync {
  const { context, storage } = parts;
  const store = new SearchStore(storage.db, context.clock);
  return async (app) => {
    hourly(app, () => forgetOldSearches(storage.db, context.clock.now()), context.fault);
    answerPreflight(app, "/v1/sites/:siteKey/searches", gate);
    app.post("/v1/sites/:siteKey/searches", async (request, reply) => {
      const { site, origin } = await gate.admit(request);
      allowOrigin(reply, origin);
      await spend(context, "searchReportsPerAddress", networkOf(request.ip));
      await store.note(site.key, parse(SearchReport, request.body));
      return reply.code(204).send();
    });
  };
}
