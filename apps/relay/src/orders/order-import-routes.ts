import type { ImportReport } from "@shopbell/protocol";
import type { FastifyPluginAsync, FastifyRequest } from "fastify";
import * as z from "zod";
import { readCsv } from "../http/csv.ts";
import { parse } from "../http/problems.ts";
import { siteFor } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import { ORDER_COLUMNS } from "./order-columns.ts";
import { OrderStore } from "./order-store.ts";
import { ordersIn } from "./order-table.ts";

const MAX_TABLE_BYTES = 5 * 1024 * 1024;
/** Faults that are told at once: nobody reads more, and most of them have one cause. */
const MAX_FAULTS = 100;

const Table = z.instanceof(Uint8Array);

/** Takes a table of orders from an owner: all of it, or nothing where one row is wrong. */
export function orderImportRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { sites, clock } = parts.context;
  const orders = new OrderStore(parts.storage.db);
  const admit = (request: FastifyRequest) => siteFor({ doorkeeper, sites }, request, "owner");
  const onRequest = async (request: FastifyRequest) => void (await admit(request)); // before megabytes are read
  return async (app) => {
    app.addContentTypeParser("text/csv", { parseAs: "buffer" }, (_request, body, done) => done(null, body));
    const limits = { onRequest, bodyLimit: MAX_TABLE_BYTES };
    app.post("/v1/agent/sites/:siteKey/orders-import", limits, async (request): Promise<ImportReport> => {
      const { key, hours } = await admit(request);
      const table = await readCsv(parse(Table, request.body), ORDER_COLUMNS);
      const read = await ordersIn(table, hours?.timeZone ?? "UTC");
      if (read.faults.length > 0) return { added: 0, changed: 0, same: 0, faults: read.faults.slice(0, MAX_FAULTS) };
      return { ...(await orders.putAll(key, read.orders, clock.now())), faults: [] };
    });
  };
}
