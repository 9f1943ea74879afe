import type { PublishedAnswer } from "../answers/answer.ts";
import { type Html, html } from "../http/html.ts";
import { stateLine } from "../requests/shop-words.ts";
import { toPerson } from "./ask-card.ts";
import type { Centre } from "./centre.ts";
import { answerHref, categoryPath } from "./centre-links.ts";
import type { HelpPage } from "./help-document.ts";
import { inLanguage } from "./help-tongue.ts";
import { icon } from "./icons.ts";
import { EMPTY_ORDER, orderForm } from "./order-form.ts";
import { searchForm } from "./search-form.ts";
import type { Section } from "./sections.ts";

/** Questions of a category on the first page. */
const FIRST = 4;

/** The first page: search, the shop as it is now, an order's whereabouts, and what people ask. */
export function homePage(centre: Centre, sections: readonly Section[]): HelpPage {
  const { site, shelf, speech, state } = centre;
  const { t, tongue } = speech;
  return {
    title: t("homeTitle", { shop: site.name }),
    description: t("homeDescription", { shop: site.name }),
    path: "",
    current: "answers",
    indexed: { translations: shelf.locales.map((locale) => ({ locale, path: "" })), facts: [] },
    main: html`<div class="opening frame"><div>
<h1>${t("greeting")}</h1>
${searchForm(speech, "./")}
<p class="state"><span class="sign ${state.availability}"></span><span>${stateLine(state, tongue)}
<a ${toPerson(centre)}>${t("askInstead")}</a></span></p></div>
${site.findsOrders && html`<div class="order-card">${orderForm(speech, "order", EMPTY_ORDER, "h2")}</div>`}</div>
${sections.length > 0 ? sectionGrid(centre, sections) : html`<p class="frame nothing">${t("nothingYet")}</p>`}`,
  };
}

function sectionGrid(centre: Centre, sections: readonly Section[]): Html {
  const { t, locale: ours } = centre.speech;
  const cells = sections.map(
    ({ slug, name, locale, icon: sign, answers }) => html`<section class="section">
<h2>${icon(sign)}<span${inLanguage(locale, ours)}>${name}</span></h2>
${questionList(centre, "", answers.slice(0, FIRST))}
${answers.length > FIRST && html`<a class="all" href="${categoryPath(slug)}">${t("all", { count: answers.length })}<span class="unseen">: ${name}</span></a>`}
</section>`,
  );
  return html`<div class="frame"><div class="shelf"><div class="sections">${cells}</div></div></div>`;
}

/** Questions as links to their answers. @param path of the page that they stand on */
export function questionList(
  centre: Centre,
  path: string,
  answers: readonly PublishedAnswer[],
  current?: PublishedAnswer,
): Html {
  const rows = answers.map((answer) => {
    const isHere = answer === current && html` aria-current="page"`;
    return html`<li><a href="${answerHref(centre, path, answer)}"${inLanguage(answer.locale, centre.speech.locale)}${isHere}>${answer.question}</a></li>`;
  });
  return html`<ul>${rows}</ul>`;
}
