import type { FastifyPluginAsync } from "fastify";
import type { SelfHelp } from "../self-help.ts";
import { centreAddress } from "./centre-links.ts";
import { sendKept } from "./send-help-page.ts";

/** What belongs to one person, or to agents alone. */
const PRIVATE_PATHS = ["/c/", "/console", "/m/", "/q/", "/r/"];

/** Tells search engines of the help centres of every site, at the one address that they ask for: the root of the relay's own. */
export function robotsRoutes({ parts }: SelfHelp): FastifyPluginAsync {
  const { context, address } = parts;
  return async (app) => {
    app.get("/robots.txt", async (request, reply) => {
      const maps = [...context.sites.keys].flatMap((key) => {
        const site = context.sites.known(key);
        if (site === undefined || site.answersVersion === 0) return [];
        return `Sitemap: ${centreAddress(site, address.publicUrl)}/sitemap.xml`;
      });
      const refused = PRIVATE_PATHS.map((path) => `Disallow: ${path}`);
      const body = `${["User-agent: *", ...refused, ...maps].join("\n")}\n`;
      return sendKept(request, reply.type("text/plain; charset=utf-8"), body, "minutes");
    });
  };
}
