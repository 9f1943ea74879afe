import { drawing } from "./drawing.ts";
import { html, type Markup } from "./markup.ts";
import { type Page, page } from "./page.ts";
import { type Department, SHOES, type Shoe, SIZES, shoePath, shoesFor } from "./shoes.ts";

const DEPARTMENTS: readonly { department: Department; title: string; says: string }[] = [
  {
    department: "women",
    title: "Women",
    says: "Made on our own lasts, in half the widths of a shoe shop and twice the patience.",
  },
  { department: "men", title: "Men", says: "Low, high and with no laces at all. Every sole can be replaced." },
];

export function frontPage(): Page {
  return page({
    path: "/",
    title: "Shoes that are worth mending",
    description: "Shoes made in Portugal, with soles that our workshop can replace.",
    main: html`<section class="hero">
<div>
<h1>Shoes that are worth mending</h1>
<p>Made in Felgueiras, sold from one small shop in Lisbon, resoled in the workshop behind it.</p>
<p><a class="button" href="/women/">Women</a> <a class="button" href="/men/">Men</a></p>
</div>
${drawing("sneaker", "chalk", "A low sneaker of chalk leather")}
</section>
<section>
<h2>New this autumn</h2>
${shelf(SHOES.slice(0, 4), shoePath)}
</section>
<section class="promises">
<p><b>Free exchange</b> within 30 days. <a href="/returns/">Returns</a></p>
<p><b>Portugal in 1 to 2 days</b>, Europe in 2 to 6. <a href="/delivery/">Delivery</a></p>
<p><b>Not sure of your size?</b> Measure your foot. <a href="/size-guide/">Size guide</a></p>
</section>`,
  });
}

export function categoryPages(): Page[] {
  return DEPARTMENTS.map(({ department, title, says }) =>
    page({
      path: `/${department}/`,
      title,
      description: says,
      main: html`<h1>${title}</h1>
<p class="lead">${says}</p>
${shelf(shoesFor(department), shoePath)}`,
    }),
  );
}

export function shoePages(): Page[] {
  return SHOES.map((shoe) =>
    page({ path: shoePath(shoe), title: shoe.name, description: shoe.description, main: shoeView(shoe) }),
  );
}

/** Shoes as cards, each linked to where `pathOf` says. */
export function shelf(shoes: readonly Shoe[], pathOf: (shoe: Shoe) => string): Markup {
  return html`<ul class="shelf">
${shoes.map(
  (shoe) => html`<li><a href="${pathOf(shoe)}">
${drawing(shoe.shape, shoe.colours[0], `${shoe.name} in ${shoe.colours[0]}`)}
<span>${shoe.name}</span> <span class="price">€${shoe.price}</span>
</a></li>`,
)}
</ul>`;
}

/** One shoe, with the form that puts it into the bag. */
export function shoeView(shoe: Shoe): Markup {
  const [colour] = shoe.colours;
  return html`<article class="product">
<div class="gallery">
<div class="large">${drawing(shoe.shape, colour, `${shoe.name} in ${colour}`)}</div>
<ul>
${shoe.colours.map((other) => html`<li>${drawing(shoe.shape, other, `${shoe.name} in ${other}`)}</li>`)}
</ul>
</div>
<div class="buy">
<p class="crumb"><a href="/${shoe.department}/">${shoe.department === "men" ? "Men" : "Women"}</a> / ${shoe.kind}</p>
<h1>${shoe.name}</h1>
<p class="price">€${shoe.price}</p>
<p>${shoe.description}</p>
<form action="/bag/" data-bag="add" data-path="${shoePath(shoe)}" data-name="${shoe.name}" data-price="${shoe.price}">
<fieldset class="sizes">
<legend>Size (EU)</legend>
${SIZES[shoe.department].map((size) => html`<label><input type="radio" name="size" value="${size}" required><span>${size}</span></label>`)}
</fieldset>
<button class="button wide" type="submit">Add to bag</button>
<p class="small" role="status" data-bag="said"></p>
</form>
<p class="small">${shoe.fit} <a href="/size-guide/">Size guide</a></p>
<p class="small">Free exchange within 30 days. Delivery to Portugal in 1 to 2 days.</p>
</div>
</article>`;
}
