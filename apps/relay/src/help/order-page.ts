import type { OrderStatus } from "@shopbell/protocol";
import { type Html, html } from "../http/html.ts";
import { askCard } from "./ask-card.ts";
import type { Centre } from "./centre.ts";
import type { HelpPage } from "./help-document.ts";
import { type OrderForm, orderForm } from "./order-form.ts";
import { statusLine, timelineOf } from "./order-timeline.ts";

/** Asks for an order, with what was typed where it was not found: a person can look for it, and gets the number. */
export function orderPage(centre: Centre, form: OrderForm): HelpPage {
  const { t } = centre.speech;
  const text = form.number === "" ? "" : t("orderText", { number: form.number });
  const main = html`<div class="order-card">${orderForm(centre.speech, "order", form, "h1")}
${form.fault !== undefined && html`<p class="meta">${t("orderAsk")}</p>`}</div>
${askCard(centre, text)}`;
  return page(centre, t("whereIsOrder"), main);
}

/** Where an order is. */
export function foundOrderPage(centre: Centre, order: OrderStatus): HelpPage {
  const { t } = centre.speech;
  const { number, carrier } = order;
  const rows = timelineOf(order, centre.speech).map(
    ({ words, time, state }) =>
      html`<li class="${state}"><span><bdi>${words}</bdi></span><span class="meta figures">${time}</span></li>`,
  );
  const main = html`<div class="order-card"><p class="meta figures">${t("order", { number })}</p>
<h1>${statusLine(order, centre.speech)}</h1>
<ol class="timeline">${rows}</ol>
${carrier !== null && carrier.href !== null && html`<p class="follow"><a href="${carrier.href}" rel="noreferrer">${t("follow", { carrier: carrier.name })}</a></p>`}
${items(order, centre)}
<p><a href="order">${t("another")}</a></p></div>
${askCard(centre, t("orderText", { number }))}`;
  return page(centre, t("order", { number }), main);
}

function items({ items }: OrderStatus, { speech: { t } }: Centre): Html | false {
  if (items.length === 0) return false;
  const rows = items.map(
    ({ name, quantity, picture }) => html`<li>
${picture !== null && html`<img class="picture" src="${picture}" alt="" width="64" height="48" loading="lazy" referrerpolicy="no-referrer">`}
<bdi>${quantity === 1 ? name : t("times", { count: quantity, name })}</bdi></li>`,
  );
  return html`<h2>${t("items")}</h2><ul class="items">${rows}</ul>`;
}

function page({ site, speech: { t } }: Centre, title: string, main: Html): HelpPage {
  return {
    title: `${title} · ${site.name}`,
    description: t("orderWhy"),
    path: "order",
    current: "order",
    main: html`<div class="frame found-page">${main}</div>`,
  };
}
