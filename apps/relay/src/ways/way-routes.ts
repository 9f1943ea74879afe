import { type Way, Ways } from "@shopbell/protocol";
import type { FastifyPluginAsync } from "fastify";
import { parse, Refusal } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { storeWays } from "../sites/site-store.ts";
import { readWay } from "./ways.ts";

/** The other ways to reach a shop. Agents read them, owners change them. */
export function wayRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { sites } = parts.context;
  return async (app) => {
    app.get("/v1/agent/sites/:siteKey/ways", async (request): Promise<Ways> => {
      const { ways } = await siteFor({ doorkeeper, sites }, request, "agent");
      return { ways: [...ways] };
    });

    app.put("/v1/agent/sites/:siteKey/ways", async (request): Promise<Ways> => {
      const { key } = await siteFor({ doorkeeper, sites }, request, "owner");
      const ways = parse(Ways, request.body).ways.map(readOrRefuse);
      await storeWays(parts.storage.db, key, ways);
      await sites.refresh();
      return { ways };
    });
  };
}

function readOrRefuse(written: Way): Way {
  const read = readWay(written);
  if (read.kind === "wrong") throw new Refusal(read.problem);
  return read.way;
}
