import type { SiteState } from "@shopbell/protocol";
import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import { type Html, html, type Inset } from "../http/html.ts";
import type { Page } from "../http/page.ts";
import type { Site } from "../sites/site.ts";
import { type ContactForm, TRAP } from "./contact-form.ts";
import { alarm, faultBelow, marked } from "./form-fault.ts";
import { greeting, stateLine } from "./shop-words.ts";
import type { Tongue } from "./tongue.ts";

/** Everything that a contact page shows. */
export interface ContactPage {
  readonly site: Site;
  readonly state: SiteState;
  /** When one may ask to be called. */
  readonly times: readonly number[];
  readonly form: ContactForm;
  /** What else it leads to. */
  readonly elsewhere: Html | false;
  /** Carries the chosen language over: empty, or `?lang=pt`. */
  readonly query: string;
  readonly tongue: Tongue;
}

/** Lets somebody write to a shop without any script. */
export function contactPage(page: ContactPage): Page {
  const { site, state, query, form, tongue } = page;
  const { t, locale, zone, time } = tongue;
  const { name, look, key } = site;
  return {
    locale,
    title: t("writeTo", { shop: name }),
    shop: { name, color: look.color },
    body: html`<div class="narrow">
<h1>${greeting(state, tongue)}</h1>
<p class="state"><span class="sign ${state.availability}"></span><span>${stateLine(state, tongue)}</span></p>
${state.answersBy !== null && html`<p>${t("answersBy", { time: time(state.answersBy) })}</p>`}
<form method="post" action="/c/${key}${query}">
${alarm(form.faults.form ?? (Object.keys(form.faults).length > 0 ? t("lookBelow") : undefined))}
<input type="hidden" name="nonce" value="${form.nonce}"><input type="hidden" name="search" value="${form.search}">
<div class="trap" aria-hidden="true"><label for="${TRAP}">${t("leaveEmpty")}</label>
<input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
${fields(page)}
<p class="meta">${state.mails ? t("afterwards") : t("noMail")}</p>
<button>${t("send")}</button>
</form>
${page.elsewhere}</div>`,
    foot: html`<p>${t("timesIn", { zone })}</p>`,
  };
}

function fields({ state, times, form, tongue }: ContactPage): Html {
  const { t } = tongue;
  const { typed, faults } = form;
  const optional = html` <span class="meta">${t("optional")}</span>`;
  const isFree = !state.mails || state.callsBack;
  return html`<div class="field"><label for="text">${t("message")}</label>
<textarea id="text" name="text" rows="6" maxlength="${MAX_TEXT_LENGTH}" required ${marked("text", faults.text)}>
${typed.text}</textarea>${faultBelow("text", faults.text)}</div>
<div class="field"><label for="name">${t("name")}${optional}</label>
<input id="name" name="name" autocomplete="name" maxlength="80" value="${typed.name}" ${marked("name", faults.name)}>
${faultBelow("name", faults.name)}</div>
<div class="field"><label for="email">${t("email")}${!state.mails && optional}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" value="${typed.email}"
${!isFree && html`required`} ${marked("email", faults.email)}>
${faultBelow("email", faults.email)}<p class="meta">${t("onlyForThis")}</p></div>
${state.callsBack && callFields(times, form, tongue, optional)}`;
}

function callFields(
  times: readonly number[],
  { typed, faults }: ContactForm,
  { t, time }: Tongue,
  optional: Inset,
): Html {
  const choices = times.map((at) => {
    const isChosen = String(at) === typed.callAt;
    return html`<option value="${at}"${isChosen && html` selected`}>${time(at)}</option>`;
  });
  return html`<div class="field"><label for="phone">${t("phone")}${optional}</label>
<input id="phone" name="phone" type="tel" autocomplete="tel" maxlength="40" value="${typed.phone}" ${marked("phone", faults.phone)}>
${faultBelow("phone", faults.phone)}<p class="meta">${t("phoneHint")}</p></div>
<div class="field"><label for="callAt">${t("callAt")}</label>
<select id="callAt" name="callAt" ${marked("callAt", faults.callAt)}><option value="">${t("anyTime")}</option>${choices}</select>
${faultBelow("callAt", faults.callAt)}</div>`;
}
