import { type Kept, type Preview, PreviewQuery, Promises, SiteHours } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Clock } from "../clock.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { parse, Refusal } from "../http/problems.ts";
import type { Shopfront } from "../realtime/shopfront.ts";
import type { SiteDirectory } from "../sites/directory.ts";
import type { Site } from "../sites/site.ts";
import { storeHours, storePromises } from "../sites/site-store.ts";
import type { Database } from "../storage/schema.ts";
import { KeptStore } from "./kept-store.ts";
import { beginningOfLastDays } from "./last-days.ts";
import { previewAt } from "./preview.ts";

const KeptQuery = z.object({ days: z.coerce.number().int().min(1).max(366).default(30) });

export interface AvailabilityRoutesOptions {
  readonly db: Database;
  readonly sites: SiteDirectory;
  readonly shop: Shopfront;
  readonly doorkeeper: Doorkeeper;
  readonly clock: Clock;
}

/** What a shop announces and promises, and whether it keeps it. Agents read it, owners change it. */
export function availabilityRoutes(options: AvailabilityRoutesOptions): FastifyPluginAsync {
  const { db, clock } = options;
  const kept = new KeptStore(db);
  const read = (request: FastifyRequest) => siteOf(options, request, "agent");
  const own = (request: FastifyRequest) => siteOf(options, request, "owner");
  return async (app) => {
    app.get("/v1/agent/sites/:siteKey/hours", async (request): Promise<SiteHours> => {
      const { hours } = await read(request);
      return { hours };
    });

    app.put("/v1/agent/sites/:siteKey/hours", async (request): Promise<SiteHours> => {
      const { key } = await own(request);
      const { hours } = parse(SiteHours, request.body);
      await storeHours(db, key, hours);
      await showChanges(options);
      return { hours };
    });

    app.post("/v1/agent/sites/:siteKey/preview", async (request): Promise<Preview> => {
      const { promises } = await read(request);
      return previewAt(parse(PreviewQuery, request.body), promises.requestMinutes);
    });

    app.get("/v1/agent/sites/:siteKey/promises", async (request): Promise<Promises> => (await read(request)).promises);

    app.put("/v1/agent/sites/:siteKey/promises", async (request): Promise<Promises> => {
      const { key } = await own(request);
      const promises = parse(Promises, request.body);
      await storePromises(db, key, promises);
      await showChanges(options);
      return promises;
    });

    app.get("/v1/agent/sites/:siteKey/kept", async (request): Promise<Kept> => {
      const { key, hours } = await read(request);
      const { days } = parse(KeptQuery, request.query);
      const now = clock.now();
      const since = beginningOfLastDays(hours?.timeZone ?? "UTC", days, now);
      return { days: await kept.days(key, since.day), ...(await kept.replies(key, since.at, now)) };
    });
  };
}

/** @throws Refusal when nobody is signed in, the site is unknown, or only an owner may do this. */
async function siteOf(
  { sites, doorkeeper }: AvailabilityRoutesOptions,
  request: FastifyRequest,
  needed: "agent" | "owner",
): Promise<Site> {
  const { agent } = await doorkeeper.admit(request);
  if (needed === "owner" && agent.role !== "owner") throw new Refusal("forbidden");
  const { siteKey } = request.params as { siteKey: string };
  const site = await sites.find(siteKey);
  if (site === undefined) throw new Refusal("site-unknown");
  return site;
}

/** This relay shows at once what was stored, the others with their next pulses. */
async function showChanges({ sites, shop }: AvailabilityRoutesOptions): Promise<void> {
  await sites.refresh();
  shop.look();
}
