import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { directionOf } from "@shopbell/i18n";
import type { FastifyPluginAsync, FastifyReply } from "fastify";
import { setHeaders } from "./headers.ts";
import { type Html, html, toText } from "./html.ts";

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

const STYLE = ["page-tokens.css", "page.css", "page-request.css"]
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
  .join("\n");
const VERSION = createHash("sha256").update(STYLE).digest("base64url").slice(0, 16);
const STYLE_PATH = "/page.css";
const OUR_COLOR = "#1d4f9f";
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

/** Serves the style sheet of all pages: `accent` is the shop's colour without its #. */
export function pageStyle(): FastifyPluginAsync {
  return async (app) => {
    app.get<{ Querystring: { v?: string; accent?: string } }>(STYLE_PATH, async ({ query }, reply) => {
      const accent = /^[0-9a-f]{6}$/i.test(String(query.accent)) ? `#${query.accent}` : OUR_COLOR;
      // Another version is that of another relay, before or after an upgrade.
      reply.header("cache-control", query.v === VERSION ? UNCHANGING : "no-cache");
      return reply.type("text/css; charset=utf-8").send(`${STYLE}\n:root { --sb-accent: ${accent}; }\n`);
    });
  };
}

function document({ locale, title, shop, body, foot }: Page): Html {
  const style = `${STYLE_PATH}?v=${VERSION}&accent=${(shop?.color ?? OUR_COLOR).slice(1)}`;
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="${style}">
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
