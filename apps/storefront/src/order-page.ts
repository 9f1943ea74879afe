import { html } from "./markup.ts";
import { demoOrders } from "./orders/demo-orders.ts";
import { type Page, page } from "./page.ts";

/** Says which orders there are to ask for: nobody can place one in a demo shop. */
export function orderPage(): Page {
  return page({
    path: "/your-order/",
    title: "Your order",
    description: "Where a parcel is, by its number and your e-mail address.",
    main: html`<article class="text">
<h1>Your order</h1>
<p class="lead">Ring the bell, choose <b>Where is my order?</b>, and type the number and the e-mail address. Nobody needs to be there for it.</p>
<table>
<caption>Orders of this demo shop that you may ask for</caption>
<thead><tr><th scope="col">Number</th><th scope="col">E-mail</th><th scope="col">It is</th></tr></thead>
<tbody>
${demoOrders(0, "").map(({ number, email, story }) => html`<tr><th scope="row">${number}</th><td>${email}</td><td>${story}</td></tr>`)}
</tbody>
</table>
<p>A number with somebody else's address is answered like a number that does not exist.</p>
</article>`,
  });
}
