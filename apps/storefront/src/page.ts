import { html, type Markup, NOTHING } from "./markup.ts";

/** One file of the shop. `path` begins and ends with a slash. */
export interface Page {
  path: string;
  html: string;
}

/** What a page says, and how it carries the bell. */
export interface PageParts {
  path: string;
  title: string;
  description: string;
  main: Markup;
  /** The bell's tag in the head. */
  bell?: Markup;
  head?: Markup;
  /** Before the end of the body. */
  end?: Markup;
  lang?: string;
  dir?: "ltr" | "rtl";
  look?: "light" | "dark";
  /** For the scripts of a page with a content security policy. */
  nonce?: string;
}

/** The one line that a shop pastes. */
export const TAG = html`<script async src="/widget.js" data-site="demo"></script>`;

const SHEETS = ["shop", "drawing", "shoes", "reading"];

/** Puts the shop's frame around what a page says. */
export function page(parts: PageParts): Page {
  const { path, title, description, lang = "en", dir = "ltr", look = "light", bell = TAG } = parts;
  const nonce = parts.nonce === undefined ? NOTHING : html` nonce="${parts.nonce}"`;
  const { markup } = html`<!doctype html>
<html lang="${lang}" dir="${dir}" data-look="${look}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${parts.head ?? NOTHING}
<title>${title} · Lisboa Shoes</title>
<meta name="description" content="${description}">
<link rel="icon" href="/style/favicon.svg">
${SHEETS.map((sheet) => html`<link rel="stylesheet" href="/style/${sheet}.css">`)}
<script defer src="/browser/bag.js"${nonce}></script>
${bell}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<aside class="demo" aria-label="Demo" lang="en" dir="ltr"><b>Demo shop.</b> Ring the bell; answer in the <a href="/console/">console</a>.</aside>
${header()}
<main id="main">
${parts.main}
</main>
${footer()}
${parts.end ?? NOTHING}
</body>
</html>
`;
  return { path, html: markup };
}

function header(): Markup {
  return html`<header class="top">
<a class="name" href="/">Lisboa Shoes</a>
<nav aria-label="Shop">
<a href="/women/">Women</a>
<a href="/men/">Men</a>
<a href="/about/#repairs">Repairs</a>
<a href="/about/">Our workshop</a>
</nav>
<a class="bag" href="/bag/">Bag (<span data-bag="count">0</span>)</a>
</header>`;
}

function footer(): Markup {
  return html`<footer class="foot">
<nav aria-label="Help">
<a href="/delivery/">Delivery</a>
<a href="/returns/">Returns</a>
<a href="/size-guide/">Size guide</a>
<a href="/your-order/">Your order</a>
<a href="/help/demo">Help centre</a>
<a href="/app/">The shop as one page</a>
<a href="/embedding/">Ways to embed the bell</a>
</nav>
<p><bdi>Lisboa Shoes is not a real shop. Nothing is sold here.</bdi></p>
</footer>`;
}
