import { html, type Markup } from "./markup.ts";
import { type PageParts, TAG } from "./page.ts";

/** One way in which a shop's page may carry the bell. */
export interface Way {
  slug: string;
  title: string;
  explanation: string;
  /** What the page carries, and shows as code. */
  snippet: string;
  place: "head" | "end of body";
  /** What the page needs beside the text. */
  stage?: Markup;
  shell?: Partial<PageParts>;
}

const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-demo'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

export const WAYS: readonly Way[] = [
  {
    slug: "head",
    title: "In the head",
    explanation: "The usual way: the tag stands in the head, and loads without holding the page up.",
    snippet: TAG.markup,
    place: "head",
  },
  {
    slug: "end-of-body",
    title: "At the end of the body",
    explanation: "Where many shop systems put what their owners paste.",
    snippet: TAG.markup,
    place: "end of body",
  },
  {
    slug: "twice",
    title: "Pasted twice",
    explanation: "Once by the theme and once by a plug-in. There must still be one bell.",
    snippet: `${TAG.markup}\n${TAG.markup}`,
    place: "head",
  },
  {
    slug: "tag-manager",
    title: "By a tag manager",
    explanation: "A script adds the tag, as a module, so that the browser does not say which tag is running.",
    snippet: `<script>
  const tag = document.createElement("script");
  tag.type = "module"; // document.currentScript is null in a module
  tag.src = "/widget.js";
  tag.dataset.site = "demo";
  document.head.append(tag);
</script>`,
    place: "end of body",
  },
  {
    slug: "strict-csp",
    title: "Under a strict policy",
    explanation:
      "Only scripts with the nonce run, and none may make HTML. A real shop sends a new nonce with each page.",
    snippet: '<script async src="/widget.js" data-site="demo" nonce="demo"></script>',
    place: "head",
    shell: { nonce: "demo", head: html`<meta http-equiv="Content-Security-Policy" content="${POLICY}">` },
    stage: html`<p>The policy: <code>${POLICY}</code></p>`,
  },
  {
    slug: "hostile-css",
    title: "On a page with hostile CSS",
    explanation: "This page's style sheet reaches for every element, with !important. The bell must look as always.",
    snippet: TAG.markup,
    place: "head",
    shell: { head: html`<link rel="stylesheet" href="/style/hostile.css">` },
    stage: html`<p><button type="button">A button of the page</button></p>`,
  },
  {
    slug: "right-to-left",
    title: "من اليمين إلى اليسار",
    explanation: "هذه الصفحة بالعربية وتُقرأ من اليمين إلى اليسار، ولذلك يقف الجرس في الزاوية اليسرى.",
    snippet: TAG.markup,
    place: "head",
    shell: { lang: "ar", dir: "rtl" },
  },
  {
    slug: "dark",
    title: "On a dark page",
    explanation: "The shop is dark, whatever the visitor's system prefers.",
    snippet: TAG.markup,
    place: "head",
    shell: { look: "dark" },
  },
  {
    slug: "own-launcher",
    title: "With the shop's own button",
    explanation: "The shop has a place for help already. The button below opens the panel, and no bell is drawn.",
    snippet: '<script async src="/widget.js" data-site="demo" data-launcher="#ask-us"></script>',
    place: "head",
    stage: html`<p><button class="button" type="button" id="ask-us">Ask us</button></p>`,
  },
  {
    slug: "javascript-api",
    title: "From JavaScript",
    explanation: "Calls made before the bell's code has arrived wait for it. Those to “on” below did.",
    snippet: `<script>
  window.Shopbell = window.Shopbell || function () { (Shopbell.q = Shopbell.q || []).push(arguments); };
  const note = (text) => () => { document.getElementById("heard").textContent = text; };
  Shopbell("on", "open", note("The panel was opened."));
  Shopbell("on", "close", note("The panel was closed."));
  document.addEventListener("click", (event) => {
    const { call } = event.target.dataset;
    if (call) Shopbell(call);
  });
</script>
${TAG.markup}`,
    place: "end of body",
    stage: html`<p>
${["open", "close", "toggle", "show", "hide", "destroy"].map((call) => html`<button class="button" type="button" data-call="${call}">${call}</button>`)}
</p>
<p id="heard" role="status">Nothing heard yet.</p>`,
  },
];
