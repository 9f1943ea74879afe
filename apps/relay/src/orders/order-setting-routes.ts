import { OrderSourceEdit, type OrderSourceState, OrderTrial, type OrderTrialOutcome } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import { parse, Refusal } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { type OrderSource, SourceDown } from "./order-source.ts";
import { settingAfter, stateOf } from "./order-source-setting.ts";
import { OrderSourceSettingStore } from "./order-source-setting-store.ts";
import { OrderStore } from "./order-store.ts";
import { outsideSource } from "./outside-source.ts";
import type { Note } from "./sources/readable-orders.ts";
import { mayGetKeys } from "./sources/woocommerce.ts";

const TRIALS = { max: 20, timeWindow: 60_000 };

/** Owners say where orders are looked up, and try it. What opens a source comes in and never goes out again. */
export function orderSettingRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { sites, clock } = parts.context;
  const { egress, storage } = parts;
  const settings = new OrderSourceSettingStore(storage.db);
  const stored = new OrderStore(storage.db);
  const ownSite = (request: FastifyRequest) => siteFor({ doorkeeper, sites }, request, "owner");
  return async (app) => {
    app.get("/v1/agent/sites/:siteKey/order-source", async (request): Promise<OrderSourceState> => {
      const { key } = await ownSite(request);
      return stateOf(await settings.read(key), await stored.count(key));
    });

    app.put("/v1/agent/sites/:siteKey/order-source", async (request): Promise<OrderSourceState> => {
      const { key } = await ownSite(request);
      const edit = parse(OrderSourceEdit, request.body);
      if (edit.kind === "woocommerce" && !mayGetKeys(edit.url, egress)) throw lookAt("url");
      const setting = settingAfter(edit, await settings.read(key));
      if (setting === undefined) throw lookAt("secret");
      await settings.write(key, setting);
      await sites.refresh();
      return stateOf(setting, await stored.count(key));
    });

    const limited = { config: { rateLimit: TRIALS } };
    app.post("/v1/agent/sites/:siteKey/order-source/try", limited, async (request): Promise<OrderTrialOutcome> => {
      const { key } = await ownSite(request);
      const { number } = parse(OrderTrial, request.body);
      const setting = await settings.read(key);
      if (setting === null) return { order: null, error: "Orders are not looked up." };
      // Asked itself, and now: an owner who has just mended it need not wait until it is asked again for visitors.
      const sourceFor = (note: Note) =>
        setting.kind === "stored" ? stored.sourceOf(key) : outsideSource(setting, egress, clock, note);
      return tryOnce(sourceFor, number);
    });
  };
}

function lookAt(field: "url" | "secret"): Refusal {
  return new Refusal("malformed", { detail: `Look at: ${field}.` });
}

/** An owner who is not shown an order is told of one that could not be read: it may be this one. */
async function tryOnce(sourceFor: (note: Note) => OrderSource, number: string): Promise<OrderTrialOutcome> {
  const problems: string[] = [];
  try {
    const order = await sourceFor((problem) => problems.push(problem)).byNumber(number);
    return { order, error: order === null ? (problems[0] ?? null) : null };
  } catch (error) {
    if (error instanceof SourceDown) return { order: null, error: error.message };
    throw error;
  }
}
