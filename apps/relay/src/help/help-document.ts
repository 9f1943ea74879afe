import { directionOf } from "@shopbell/i18n";
import { type Html, html, linkedData } from "../http/html.ts";
import { iconPath } from "../http/page-icon.ts";
import { HELP_STYLE, stylePath } from "../http/page-style.ts";
import type { Centre } from "./centre.ts";
import { centreAddress, contactAddress, wayUp } from "./centre-links.ts";
import { languageName } from "./help-tongue.ts";
import { icon } from "./icons.ts";
import { wayList } from "./way-list.ts";

/** The same page in a language: its path within the help centre. */
export interface Translation {
  readonly locale: string;
  readonly path: string;
}

export interface HelpPage {
  readonly title: string;
  readonly description: string;
  /** In the folder of its language: empty is the first page. */
  readonly path: string;
  /** Which of the pages that are always named this one is. */
  readonly current: "answers" | "order" | null;
  readonly main: Html;
  /** For search engines: absent is a page that they leave out. */
  readonly indexed?: { readonly translations: readonly Translation[]; readonly facts: readonly object[] };
}

/** A page of the help centre as a document. It runs no script but the bell's. */
export function helpDocument(centre: Centre, page: HelpPage): Html {
  const { site, locale, speech, publicUrl } = centre;
  const { t, locale: ours } = speech;
  return html`<!doctype html>
<html lang="${ours}" dir="${directionOf(ours)}">
<head>
<meta charset="utf-8">
<title>${page.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
${page.indexed === undefined ? html`<meta name="robots" content="noindex, follow">` : indexing(centre, page, page.indexed)}
<link rel="stylesheet" href="${publicUrl}${stylePath(HELP_STYLE, site.look.color)}">
<link rel="icon" href="${publicUrl}${iconPath(site.look.color)}">
<script async src="${publicUrl}/widget.js" data-site="${site.key}" data-locale="${locale}"></script>
</head>
<body>
<a class="skip" href="#main">${t("skip")}</a>
${page.path === "" && html`<div class="awning"></div>`}
${header(centre, page)}
<main id="main" tabindex="-1">
${page.main}
</main>
${footer(centre, page)}
</body>
</html>
`;
}

function indexing(centre: Centre, page: HelpPage, { translations, facts }: NonNullable<HelpPage["indexed"]>): Html {
  const { site, shelf, locale, publicUrl } = centre;
  const { title, description, path } = page;
  const base = centreAddress(site, publicUrl);
  const canonical = addressOf(centre, page);
  const addressIn = (translation: Translation) => `${base}/${translation.locale}/${translation.path}`;
  const fallback = translations.find((translation) => translation.locale === shelf.locales[0]) ?? translations[0];
  const others = translations.map(
    (translation) => html`<link rel="alternate" hreflang="${translation.locale}" href="${addressIn(translation)}">\n`,
  );
  return html`<link rel="canonical" href="${canonical}">
${translations.length > 1 && others}
${fallback && translations.length > 1 && html`<link rel="alternate" hreflang="x-default" href="${addressIn(fallback)}">`}
<meta property="og:type" content="${path.startsWith("a/") ? "article" : "website"}">
<meta property="og:title" content="${title}"><meta property="og:description" content="${description}">
<meta property="og:url" content="${canonical}"><meta property="og:site_name" content="${site.name}">
<meta property="og:locale" content="${locale.replace("-", "_")}">
${facts.map(linkedData)}`;
}

/** Where a page is for everybody, however this reader came to it. */
function addressOf({ site, locale, publicUrl }: Centre, { path }: HelpPage): string {
  return `${centreAddress(site, publicUrl)}/${locale}/${path}`;
}

function header({ site, locale, shelf, speech: { t, locale: ours }, publicUrl }: Centre, page: HelpPage): Html {
  const up = wayUp(page.path);
  const here = (name: HelpPage["current"]) => page.current === name && html` aria-current="page"`;
  return html`<header class="bar"><div class="head frame">
<a class="logo" href="${up}">${site.name}</a>
<nav aria-label="${t("pages")}"><a href="${up}"${here("answers")}>${t("answers")}</a>
${site.findsOrders && html`<a href="${up}order"${here("order")}>${t("whereIsOrder")}</a>`}
<a href="${contactAddress(publicUrl, site.key, ours)}">${t("writeToUs")}</a></nav>
${shelf.locales.length > 1 && languages(shelf.locales, locale, page, t("language"))}
</div></header>`;
}

/** Each leads to the same page in that language where there is one, else to that language's first page. */
function languages(locales: readonly string[], current: string, page: HelpPage, label: string): Html {
  const up = `${wayUp(page.path)}../`;
  const links = locales.map((locale) => {
    const same = page.indexed?.translations.find((translation) => translation.locale === locale);
    const isHere = locale === current && html` aria-current="true"`;
    return html`<li><a href="${up}${locale}/${same?.path}" lang="${locale}" hreflang="${locale}"${isHere}>
<bdi>${languageName(locale)}</bdi></a></li>`;
  });
  return html`<details class="languages"><summary aria-label="${label}: ${languageName(current)}">
<bdi lang="${current}">${languageName(current)}</bdi>${icon("down")}</summary><ul>${links}</ul></details>`;
}

function footer(centre: Centre, page: HelpPage): Html {
  const { site, ways, speech, shopUrl } = centre;
  return html`<footer class="foot meta"><div class="frame">
<span>${site.name}</span><bdi class="printed">${addressOf(centre, page)}</bdi>${wayList(ways, speech)}
${shopUrl && html`<a href="${shopUrl}">${speech.t("backToShop")}</a>`}</div></footer>`;
}
