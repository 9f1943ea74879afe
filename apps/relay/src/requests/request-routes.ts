import type { FastifyPluginAsync } from "fastify";
import { asPages } from "./pages-routes.ts";
import { type RequestRoutesOptions, requestPageRoutes } from "./request-page-routes.ts";
import { requestReplyRoutes } from "./request-reply-routes.ts";

/** The page of a request for whoever has its private link, which needs no script. To be registered below /r. */
export function requestRoutes(options: RequestRoutesOptions): FastifyPluginAsync {
  return async (app) => {
    asPages(app, options.context);
    await app.register(requestPageRoutes(options));
    await app.register(requestReplyRoutes(options));
  };
}
