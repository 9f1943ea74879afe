import type { FastifyPluginAsync } from "fastify";
import { hourly } from "../http/hourly.ts";
import { asPages } from "../requests/pages-routes.ts";
import type { SelfHelp } from "../self-help.ts";
import { askRoutes } from "./ask-routes.ts";
import { postRoutes } from "./post-routes.ts";
import { PostStore } from "./post-store.ts";

/** Public questions under answers, for browsers without JavaScript. To be registered below /q. */
export function questionRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  const { context, storage } = selfHelp.parts;
  const posts = new PostStore(storage, context.clock);
  return async (app) => {
    asPages(app, context);
    hourly(app, () => posts.sweep(), context.fault);
    await app.register(askRoutes(selfHelp, posts));
    await app.register(postRoutes(selfHelp, posts));
  };
}
