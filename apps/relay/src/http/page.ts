import { directionOf } from "@shopbell/i18n";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { setHeaders } from "./headers.ts";
import { type Html, html, toText } from "./html.ts";
import { ICON_PATH, iconPath, pageIcon } from "./page-icon.ts";
import { colorIn, HELP_STYLE, PAGE_STYLE, styledWith, stylePath } from "./page-style.ts";

/** A page that the relay makes itself. It needs no script, and runs none. */
export interface Page {
  /** BCP 47 tag of the language that it is in. */
  readonly locale: string;
  readonly title: string;
  /** Whose page it is; null where no shop is known. */
  readonly shop: { readonly name: string; readonly color: string } | null;
  readonly body: Html;
  /** Small print at the foot. */
  readonly foot?: Html;
}

const UNCHANGING = "public, max-age=31536000, immutable";

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
];

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY.join("; "),
  "cross-origin-opener-policy": "same-origin",
  // The address of a page may be what opens it: neither search engines nor other sites are to hear of it.
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "cache-control": "no-store",
};

/** Answers with a page. */
export function sendPage(reply: FastifyReply, page: Page, status = 200): FastifyReply {
  setHeaders(reply, HEADERS);
  return reply
    .code(status)
    .type("text/html; charset=utf-8")
    .send(toText(document(page)));
}

/** Serves the style sheets of all pages, and their icon: `accent` is the shop's colour without its #. */
export function pageStyle(): FastifyPluginAsync {
  return async (app) => {
    for (const sheet of [PAGE_STYLE, HELP_STYLE]) {
      app.get<{ Querystring: { v?: string; accent?: string } }>(sheet.path, async ({ query }, reply) => {
        // Another version is that of another relay, before or after an upgrade.
        reply.header("cache-control", query.v === sheet.version ? UNCHANGING : "no-cache");
        // A help centre may be at an address of the shop's own.
        reply.header("cross-origin-resource-policy", "cross-origin");
        return reply.type("text/css; charset=utf-8").send(styledWith(sheet, colorIn(query.accent)));
      });
    }
    app.get<{ Querystring: { accent?: string } }>(ICON_PATH, async ({ query }, reply) => {
      reply.header("cache-control", "public, max-age=86400").header("cross-origin-resource-policy", "cross-origin");
      return reply.type("image/svg+xml").send(pageIcon(colorIn(query.accent)));
    });
  };
}

function document({ locale, title, shop, body, foot }: Page): Html {
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="${iconPath(shop?.color ?? null)}">
<link rel="stylesheet" href="${stylePath(PAGE_STYLE, shop?.color ?? null)}">
</head>
<body>
<div class="awning"></div>
<header class="frame shop">${shop?.name}</header>
<main class="frame">
${body}
</main>
${foot && html`<footer class="foot meta"><div class="frame">${foot}</div></footer>`}
</body>
</html>
`;
}
