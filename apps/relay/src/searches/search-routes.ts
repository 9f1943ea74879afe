import { SearchReport } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import { answerPreflight } from "../http/from-shop.ts";
import { parse } from "../http/problems.ts";
import type { SelfHelp } from "../self-help.ts";
import { allowOrigin } from "../sites/site-routes.ts";
import { SearchStore } from "./search-store.ts";
import { spend } from "./visitor-budget.ts";

/** Where the widget says how a search ended. */
export function searchRoutes({ parts, gate }: SelfHelp): FastifyPluginAsync {
  const { context, storage } = parts;
  const store = new SearchStore(storage.db, context.clock);
  return async (app) => {
    answerPreflight(app, "/v1/sites/:siteKey/searches", gate);
    app.post("/v1/sites/:siteKey/searches", async (request, reply) => {
      const { site, origin } = await gate.admit(request);
      allowOrigin(reply, origin);
      await spend(context, "searchReportsPerAddress", request.ip);
      await store.note(site.key, parse(SearchReport, request.body));
      return reply.code(204).send();
    });
  };
}
