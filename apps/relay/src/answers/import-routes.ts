import { ImportFrom, type ImportReport } from "@shopbell/protocol";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import type { Egress } from "../egress/egress.ts";
import { EgressFault } from "../egress/egress-fault.ts";
import { type ImportFault, readCsv, writeCsv } from "../http/csv.ts";
import { parse, Refusal } from "../http/problems.ts";
import { siteAndAgent } from "../http/site-for.ts";
import type { SelfHelp } from "../self-help.ts";
import type { Site } from "../sites/site.ts";
import { bookOf } from "./answer-book-store.ts";
import { exportRows } from "./export-table.ts";
import { textsOnPage } from "./import-page.ts";
import { importTexts } from "./import-store.ts";
import { type Brought, IMPORT_COLUMNS, textsIn } from "./import-table.ts";
import { COLUMNS } from "./import-text.ts";

const MAX_TABLE_BYTES = 5 * 1024 * 1024;
/** Faults that are told at once: nobody reads more, and most of them have one cause. */
const MAX_FAULTS = 100;

/** Lets owners take all answers with them, and bring others: all of them, or nothing where one is wrong. */
export function importRoutes({ parts, doorkeeper }: SelfHelp): FastifyPluginAsync {
  const { sites, clock } = parts.context;
  const { egress } = parts;
  const { db } = parts.storage;
  const admit = (request: FastifyRequest) => siteAndAgent({ doorkeeper, sites }, request, "owner");
  const onRequest = async (request: FastifyRequest) => void (await admit(request)); // before megabytes are read
  return async (app) => {
    takeTables(app);

    app.get("/v1/agent/sites/:siteKey/answers-export", async (request, reply) => {
      const { key } = (await admit(request)).site;
      const table = writeCsv(COLUMNS, exportRows(await bookOf(db, key)));
      reply.header("content-disposition", `attachment; filename="answers-${key}.csv"`);
      return reply.type("text/csv; charset=utf-8").header("cache-control", "no-store").send(table);
    });

    app.post("/v1/agent/sites/:siteKey/answers-import", { onRequest }, async (request): Promise<ImportReport> => {
      const { site, agent } = await admit(request);
      const { texts, faults } = await broughtBy(request.body, site, egress);
      if (faults.length > 0) return nothingStored(faults);
      const writer = { siteKey: site.key, agentId: agent.id, now: clock.now() };
      const report = await importTexts(db, writer, texts);
      await sites.refresh();
      return report.faults.length > 0 ? nothingStored(report.faults) : report;
    });
  };
}

/** A table may be large; what else is sent may not. */
function takeTables(app: FastifyInstance): void {
  const options = { parseAs: "buffer", bodyLimit: MAX_TABLE_BYTES } as const;
  app.addContentTypeParser("text/csv", options, (_request, body, done) => done(null, body));
}

/** @throws Refusal `page-unreadable` with the reason where that is known. */
async function broughtBy(body: unknown, { help }: Site, egress: Egress): Promise<Brought> {
  if (body instanceof Uint8Array) return textsIn(await readCsv(body, IMPORT_COLUMNS), help.locales);
  const { url, locale } = parse(ImportFrom, body);
  if (!help.locales.includes(locale)) throw new Refusal("malformed", { detail: "Look at: locale." });
  const page = await pageAt(url, egress);
  const brought = await textsOnPage(page.body.toString("utf8"), page.url, locale);
  if (brought.texts.length + brought.faults.length === 0) throw new Refusal("page-unreadable");
  return brought;
}

async function pageAt(url: string, egress: Egress) {
  try {
    const page = await egress.get(url, { headers: { accept: "text/html" } });
    if (page.status !== 200) throw new EgressFault(`The page answered with ${page.status}.`);
    return page;
  } catch (error) {
    if (error instanceof EgressFault) throw new Refusal("page-unreadable", { detail: error.message });
    throw error;
  }
}

function nothingStored(faults: readonly ImportFault[]): ImportReport {
  return { added: 0, changed: 0, same: 0, faults: faults.slice(0, MAX_FAULTS) };
}
