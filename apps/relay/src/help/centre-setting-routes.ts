import { HelpCentre } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import { parse } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { storeHelp } from "../sites/site-store.ts";

/** What an owner says of the help centre: its languages, its address, whether visitors ask publicly there. */
export function centreSettingRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { sites } = parts.context;
  return async (app) => {
    app.get("/v1/agent/sites/:siteKey/help-centre", async (request): Promise<HelpCentre> => {
      return (await siteFor({ doorkeeper, sites }, request, "agent")).help;
    });

    app.put("/v1/agent/sites/:siteKey/help-centre", async (request): Promise<HelpCentre> => {
      const { key } = await siteFor({ doorkeeper, sites }, request, "owner");
      const help = parse(HelpCentre, request.body);
      await storeHelp(parts.storage.db, key, help);
      await sites.refresh();
      return help;
    });
  };
}
