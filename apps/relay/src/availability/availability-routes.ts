import { type Kept, type Preview, PreviewQuery, Promises, SiteHours } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import type { Clock } from "../clock.ts";
import type { Doorkeeper } from "../http/doorkeeper.ts";
import { parse } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { Shopfront } from "../realtime/shopfront.ts";
import type { SiteDirectory } from "../sites/directory.ts";
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
  const read = (request: FastifyRequest) => siteFor(options, request, "agent");
  const own = (request: FastifyRequest) => siteFor(options, request, "owner");
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

/** This relay shows at once what was stored, the others with their next pulses. */
async function showChanges({ sites, shop }: AvailabilityRoutesOptions): Promise<void> {
  await sites.refresh();
  shop.look();
}
