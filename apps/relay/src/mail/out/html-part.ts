import { directionOf } from "@shopbell/i18n";
import { type Html, html, toText } from "../../http/html.ts";
import { onColor, opaque } from "./color.ts";
import type { Content, Said } from "./content.ts";

// The design's paper, ink and lines (packages/widget/src/tokens.css), as the sRGB that mail programs understand.
const FONT = "-apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif";
const BODY = `margin:0;padding:0;background:#f8f5f0;color:#26201b;font:16px/24px ${FONT}`;
const SHEET = "width:100%;max-width:560px;margin:0 auto;border-spacing:0;table-layout:fixed";
const SHOP = "padding:20px 24px 12px;font-size:18px;line-height:24px;font-weight:700";
const CARD = "padding:24px;background:#ffffff;border:1px solid #e3ded6;border-radius:8px;overflow-wrap:anywhere";
const META = "margin:0;font-size:13px;line-height:18px;color:#675f57";
const NUMBER = "margin:0 0 4px;font-size:44px;line-height:48px;font-weight:700";
const STRONG = "margin:0;font-weight:600";
const PARAGRAPH = "margin:0 0 16px";
const CUT = "border:0;border-top:1.5px dashed #8f877d;margin:20px 0";
const SAID = "margin:0 0 16px;white-space:pre-wrap;unicode-bidi:plaintext";
const NOTE = "margin:12px 0 0;font-size:13px;line-height:18px;color:#675f57";
const FOOT = "padding:16px 24px 32px;font-size:13px;line-height:18px;color:#675f57";

/** Mail programs turn light mails dark by rules of their own: these say it better to those that ask. */
const DARK = html`<style>
@media (prefers-color-scheme: dark) {
  .paper { background: #161310 !important; color: #efebe5 !important; }
  .card { background: #2a2622 !important; border-color: #3b3631 !important; color: #efebe5 !important; }
  .meta { color: #aea69c !important; }
  .cut { border-top-color: #7d756c !important; }
}
</style>`;

/** A mail as HTML: no script, no picture, nothing that is fetched from anywhere. */
export function htmlPart(content: Content): string {
  const { locale, shop, said, paragraphs, earlier, foot } = content;
  return toText(html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${shop.name}</title>
${DARK}
</head>
<body class="paper" style="${BODY}">
<div class="paper" style="padding:0 12px;background:#f8f5f0">
<div style="height:8px;max-width:560px;margin:0 auto;background:${opaque(shop.color)};border-radius:0 0 8px 8px"></div>
<table role="presentation" style="${SHEET}">
<tr><td style="${SHOP}">${shop.name}</td></tr>
<tr><td class="card" style="${CARD}">
${ticket(content)}
${said.map(({ text }) => html`<p style="${SAID}">${text}</p>\n`)}
${paragraphs.map((text) => html`<p style="${PARAGRAPH}">${text}</p>\n`)}
${button(content)}
${earlier && earlier.said.length > 0 && past(earlier)}
</td></tr>
<tr><td class="meta" style="${FOOT}">${foot}</td></tr>
</table>
</div>
</body>
</html>
`);
}

function ticket({ ticket: drawn }: Content): Html | null {
  if (drawn === null) return null;
  return html`<p class="meta" style="${META}">${drawn.label}</p>
<p style="${NUMBER}">#${drawn.number}</p>
<p style="${STRONG}">${drawn.promise}</p>
<hr class="cut" style="${CUT}">`;
}

function button({ button: pressed, shop }: Content): Html | null {
  if (pressed === null) return null;
  const color = opaque(shop.color);
  const style = `display:inline-block;padding:11px 20px;border-radius:8px;background:${color};color:${onColor(color)}`;
  return html`<p style="margin:0"><a href="${pressed.href}" style="${style};font-weight:600;text-decoration:none">${pressed.label}</a></p>
${pressed.note !== null && html`<p class="meta" style="${NOTE}">${pressed.note}</p>`}`;
}

function past({ title, said }: NonNullable<Content["earlier"]>): Html {
  return html`<hr class="cut" style="${CUT}">
<p class="meta" style="margin:0 0 12px;font-size:13px;line-height:18px;font-weight:600;color:#675f57">${title}</p>
${said.map(quoted)}`;
}

function quoted({ head, text }: Said): Html {
  return html`<p class="meta" style="${META}"><bdi>${head}</bdi></p>
<blockquote style="margin:0 0 12px;padding:0;white-space:pre-wrap;unicode-bidi:plaintext">${text}</blockquote>\n`;
}
