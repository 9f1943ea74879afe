import { shelf, shoeView } from "./catalogue-pages.ts";
import { html, type Markup } from "./markup.ts";
import { type Page, page, TAG } from "./page.ts";
import { SHOES, type Shoe } from "./shoes.ts";

interface View {
  path: string;
  title: string;
  main: Markup;
}

/**
 * The shop as a single-page application: every page holds all views as templates, and `browser/views.js` exchanges
 * them without a reload. The bell must live through that. Each view is a file too, so that its address can be reloaded.
 */
export function viewPages(): Page[] {
  const views = [allShoes(), ...SHOES.map(oneShoe)];
  const templates = views.map(
    ({ path, title, main }) =>
      html`<template data-path="${path}" data-title="${title} · Lisboa Shoes">${main}</template>`,
  );
  return views.map(({ path, title, main }) =>
    page({
      path,
      title,
      description: "The same shop as one page that never reloads.",
      main,
      bell: html`${TAG}
<script defer src="/browser/views.js"></script>`,
      end: html`${templates}`,
    }),
  );
}

function allShoes(): View {
  return {
    path: "/app/",
    title: "The shop as one page",
    main: html`<h1>The shop as one page</h1>
<p class="lead">Choose a shoe: the address changes, the page is not loaded again, and the bell stays as it is.</p>
${shelf(SHOES, viewPath)}`,
  };
}

function oneShoe(shoe: Shoe): View {
  return {
    path: viewPath(shoe),
    title: shoe.name,
    main: html`<p><a href="/app/">All shoes</a></p>
${shoeView(shoe)}`,
  };
}

function viewPath(shoe: Shoe): string {
  return `/app/${shoe.slug}/`;
}
