import { contactAddress } from "../help/centre-links.ts";
import { type Html, html } from "../http/html.ts";
import type { Page } from "../http/page.ts";
import { TRAP } from "../requests/contact-form.ts";
import { alarm, faultBelow, marked } from "../requests/form-fault.ts";
import { MAX_POST_LENGTH } from "./post.ts";
import type { QuestionForm } from "./question-form.ts";
import { askPath, readingAddress } from "./question-links.ts";
import { quoted } from "./quoted.ts";
import type { UnderAnswer } from "./under-answer.ts";

/** Lets somebody ask, or answer, publicly without any script. */
export function askPage(under: UnderAnswer, form: QuestionForm): Page {
  const { centre, parent, speech } = under;
  const { site, publicUrl } = centre;
  const { t, locale } = speech;
  return around(under, {
    title: parent === null ? t("askPublicly") : t("answerPublicly"),
    body: html`${parent && quoted(parent)}
<p>${t("everybody")} <a href="${contactAddress(publicUrl, site.key, locale)}">${t("privately")}</a></p>
${writingForm(under, form)}`,
  });
}

/** Once it is stored: nothing appears before the address is confirmed. */
export function sentPage(under: UnderAnswer): Page {
  const { t } = under.speech;
  return around(under, { title: t("sentTitle"), body: html`<p>${t("sentWhy")}</p>` });
}

/** While no mail goes out nothing can be confirmed. What was typed goes along to a person. */
export function noMailPage(under: UnderAnswer, typed: string): Page {
  const { centre, parent, speech } = under;
  const { t, locale } = speech;
  const href = contactAddress(centre.publicUrl, centre.site.key, locale, typed);
  return around(under, {
    title: parent === null ? t("askPublicly") : t("answerPublicly"),
    body: html`<p>${t("noMail")} <a href="${href}">${t("privately")}</a></p>`,
  });
}

function around({ centre, answer, speech }: UnderAnswer, { title, body }: { title: string; body: Html }): Page {
  const { site } = centre;
  const { t, locale } = speech;
  return {
    locale,
    title: `${title} · ${answer.question}`,
    shop: { name: site.name, color: site.look.color },
    body: html`<div class="narrow">
<h1>${title}</h1>
<p>${t("under", { question: answer.question })}</p>
${body}
<p><a href="${readingAddress(centre, answer)}">${t("back")}</a></p>
</div>`,
  };
}

function writingForm({ centre, answer, parent, speech }: UnderAnswer, { nonce, typed, faults }: QuestionForm): Html {
  const { t, tongue } = speech;
  const lookBelow = Object.keys(faults).length > 0 ? tongue.t("lookBelow") : undefined;
  return html`<form method="post" action="${askPath(centre.site.key, answer, parent?.id)}">
${alarm(faults.form ?? lookBelow)}
<input type="hidden" name="nonce" value="${nonce}">
<div class="trap" aria-hidden="true"><label for="${TRAP}">${tongue.t("leaveEmpty")}</label>
<input id="${TRAP}" name="${TRAP}" tabindex="-1" autocomplete="off"></div>
<div class="field"><label for="text">${parent === null ? t("yourQuestion") : t("yourAnswer")}</label>
<textarea id="text" name="text" rows="5" maxlength="${MAX_POST_LENGTH}" required ${marked("text", faults.text)}>
${typed.text}</textarea>${faultBelow("text", faults.text)}</div>
<div class="field"><label for="name">${t("shownName")}</label>
<input id="name" name="name" autocomplete="nickname" maxlength="80" required value="${typed.name}" ${marked("name", faults.name)}>
${faultBelow("name", faults.name)}</div>
<div class="field"><label for="email">${tongue.t("email")}</label>
<input id="email" name="email" type="email" autocomplete="email" maxlength="254" required value="${typed.email}" ${marked("email", faults.email)}>
${faultBelow("email", faults.email)}<p class="meta">${t("emailWhy")}</p></div>
<button>${t("send")}</button>
</form>`;
}
