import { html, type Markup, NOTHING, raw } from "./markup.ts";
import { type Page, type PageParts, page } from "./page.ts";
import { WAYS, type Way } from "./ways.ts";

/** An index of the ways to embed the bell, and a page for each, which is embedded in that way. */
export function embeddingPages(): Page[] {
  return [indexPage(), ...WAYS.map(wayPage)];
}

function indexPage(): Page {
  return page({
    path: "/embedding/",
    title: "Ways to embed the bell",
    description: "One page for each way in which a shop may carry the bell.",
    main: html`<article class="text">
<h1>Ways to embed the bell</h1>
<p class="lead">Each page below carries the bell in its own way, and shows the lines that do it.</p>
<ul>
${WAYS.map((way) => html`<li><a href="/embedding/${way.slug}/">${way.title}</a></li>`)}
</ul>
</article>`,
  });
}

function wayPage(way: Way): Page {
  const { slug, title, explanation, snippet, place, stage = NOTHING, shell = {} } = way;
  return page({
    path: `/embedding/${slug}/`,
    title,
    description: explanation,
    ...carried(raw(snippet), place),
    ...shell,
    main: html`<article class="text">
<p class="crumb"><a href="/embedding/">Ways to embed the bell</a></p>
<h1>${title}</h1>
<p class="lead">${explanation}</p>
${stage}
<pre dir="ltr" tabindex="0"><code>${snippet}</code></pre>
</article>`,
  });
}

function carried(snippet: Markup, place: Way["place"]): Pick<PageParts, "bell" | "end"> {
  return place === "head" ? { bell: snippet } : { bell: NOTHING, end: snippet };
}
