import type { FastifyPluginAsync } from "fastify";
import { type Html, html, toText } from "../http/html.ts";
import type { SelfHelp } from "../self-help.ts";
import type { Centre } from "./centre.ts";
import { answerPath, categoryPath, centreAddress } from "./centre-links.ts";
import { helpTongue } from "./help-tongue.ts";
import { type HelpRequest, openForReader } from "./open-centre.ts";
import { sectionsIn } from "./reading-routes.ts";
import { sendKept } from "./send-help-page.ts";

/** What search engines are told: every page that is to be found, and where that list is. */
export function sitemapRoutes(selfHelp: SelfHelp): FastifyPluginAsync {
  return async (app) => {
    app.get("/:siteKey/sitemap.xml", async (request: HelpRequest, reply) => {
      const centre = await openForReader(selfHelp, request);
      return sendKept(request, reply.type("application/xml; charset=utf-8"), toText(sitemapOf(centre)), "minutes");
    });

    app.get("/:siteKey/robots.txt", async (request: HelpRequest, reply) => {
      const { site, publicUrl } = await openForReader(selfHelp, request);
      const body = `User-agent: *\nDisallow:\nSitemap: ${centreAddress(site, publicUrl)}/sitemap.xml\n`;
      return sendKept(request, reply.type("text/plain; charset=utf-8"), body, "minutes");
    });
  };
}

function sitemapOf(centre: Centre): Html {
  const { site, shelf, publicUrl, now } = centre;
  const base = centreAddress(site, publicUrl);
  const pages = shelf.locales.flatMap((locale) => {
    const own = shelf.all(locale).filter((answer) => answer.locale === locale);
    if (own.length === 0) return [];
    const sections = sectionsIn({ ...centre, locale, speech: helpTongue(locale, undefined, now) });
    return [
      entry(`${base}/${locale}/`),
      ...sections.map(({ slug }) => entry(`${base}/${locale}/${categoryPath(slug)}`)),
      ...own.map(({ slug, changedAt }) => entry(`${base}/${locale}/${answerPath(slug)}`, changedAt)),
    ];
  });
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${pages}</urlset>
`;
}

function entry(address: string, changedAt?: number): Html {
  const changed = changedAt !== undefined && html`<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
  return html`<url><loc>${address}</loc>${changed}</url>\n`;
}
