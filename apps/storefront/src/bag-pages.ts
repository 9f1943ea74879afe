import { DELIVERIES } from "./deliveries.ts";
import { html } from "./markup.ts";
import { type Page, page } from "./page.ts";

export function bagPage(): Page {
  return page({
    path: "/bag/",
    title: "Your bag",
    description: "What you have chosen so far.",
    main: html`<h1>Your bag</h1>
<noscript><p>The bag of this demo shop is kept by a script in your browser.</p></noscript>
<p data-bag="empty">Nothing in it yet. <a href="/women/">Women</a> or <a href="/men/">men</a>?</p>
<div data-bag="full" hidden>
<ul class="lines" data-bag="lines"></ul>
<p class="total">Together <b data-bag="total"></b></p>
<p><a class="button" href="/checkout/">Check out</a></p>
</div>`,
  });
}

export function checkoutPage(): Page {
  return page({
    path: "/checkout/",
    title: "Check out",
    description: "The last step, which goes nowhere: this is a demo shop.",
    main: html`<h1>Check out</h1>
<p class="notice"><b>This is a demo shop.</b> Nothing can be bought, and what you type here never leaves this page.</p>
<p>Together <b data-bag="total">€0</b></p>
<!-- The fields have no names, so that even without the script no browser sends them. -->
<form class="fields" data-checkout>
<label>E-mail <input type="email" autocomplete="off" required></label>
<label>Name <input autocomplete="off" required></label>
<label>Street and number <input autocomplete="off" required></label>
<label>Postcode and town <input autocomplete="off" required></label>
<label>Country <select>
${DELIVERIES.map(({ country, days }) => html`<option>${country} (${days} days)</option>`)}
</select></label>
<button class="button" type="submit">Place the order</button>
<p role="status" data-checkout-said></p>
</form>
<p class="small">To see what becomes of an order, look at one that is <a href="/your-order/">on its way</a>.</p>
<p class="small">A question before you order? Ring the bell: a person answers.</p>`,
  });
}
