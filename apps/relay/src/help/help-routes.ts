import type { FastifyPluginAsync } from "fastify";
import { asPages } from "../requests/pages-routes.ts";
import type { SelfHelp } from "../self-help.ts";
import { orderPageRoutes } from "./order-page-routes.ts";
import { readingRoutes } from "./reading-routes.ts";
import { searchPageRoutes } from "./search-page-routes.ts";
import { sitemapRoutes } from "./sitemap-routes.ts";
import { voteRoutes } from "./vote-routes.ts";

/** The help centre: pages of answers, for anybody, without a script. To be registered below /help. */
export function helpRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  return async (app) => {
    asPages(app, selfHelp.parts.context, "address");
    await app.register(sitemapRoutes(selfHelp));
    await app.register(searchPageRoutes(selfHelp));
    await app.register(orderPageRoutes(selfHelp));
    await app.register(voteRoutes(selfHelp));
    await app.register(readingRoutes(selfHelp));
  };
}
