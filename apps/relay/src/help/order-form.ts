import { type Html, html } from "../http/html.ts";
import { alarm } from "../requests/form-fault.ts";
import type { HelpTongue } from "./help-tongue.ts";
import { icon } from "./icons.ts";

/** What stands in the fields, and what was wrong with it. */
export interface OrderForm {
  readonly number: string;
  readonly email: string;
  readonly fault?: string;
}

export const EMPTY_ORDER: OrderForm = { number: "", email: "" };

/** Asks for an order by its number and the address that it was ordered with. @param heading of the page, or of a part of it */
export function orderForm(
  { t }: HelpTongue,
  action: string,
  { number, email, fault }: OrderForm,
  heading: "h1" | "h2",
): Html {
  const words = html`${icon("truck")}${t("whereIsOrder")}`;
  return html`<form class="order-form" method="post" action="${action}">
${heading === "h1" ? html`<h1>${words}</h1><p>${t("orderWhy")}</p>` : html`<h2>${words}</h2>`}
${alarm(fault)}
<div class="field"><label for="number">${t("orderNumber")}</label>
<input id="number" name="number" value="${number}" maxlength="60" required autocomplete="off" placeholder="${t("orderNumberHint")}"></div>
<div class="field"><label for="email">${t("orderEmail")}</label>
<input id="email" name="email" type="email" value="${email}" maxlength="320" required autocomplete="email" placeholder="${t("orderEmailHint")}"></div>
<button>${t("showMe")}</button>
</form>`;
}
