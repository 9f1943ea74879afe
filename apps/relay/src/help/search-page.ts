import type { FoundAnswer } from "@shopbell/protocol";
import { excerptOf } from "../answers/plain-text.ts";
import { type Html, html, type Inset } from "../http/html.ts";
import { askCard } from "./ask-card.ts";
import type { Centre } from "./centre.ts";
import { answerHref } from "./centre-links.ts";
import type { HelpPage } from "./help-document.ts";
import { type HelpTongue, inLanguage } from "./help-tongue.ts";
import { searchForm } from "./search-form.ts";

const EXCERPT_LENGTH = 200;

/** What a search led to. */
export interface Search {
  /** Empty: nothing was searched for yet. */
  readonly words: string;
  readonly found: readonly FoundAnswer[];
  /** It goes along to the answer that is read, and to a person. */
  readonly id: string;
}

/** What was found, or that nothing was; a person can be asked in any case, with the same words. */
export function searchPage(centre: Centre, search: Search): HelpPage {
  const { site, speech } = centre;
  const { t } = speech;
  const { id, words, found } = search;
  const query = `?${new URLSearchParams({ s: id, q: words })}`;
  const heading = headingOf(search, speech);
  return {
    title: `${heading} · ${site.name}`,
    description: t("homeDescription", { shop: site.name }),
    path: "search",
    current: "answers",
    main: html`<div class="frame found-page"><div>
<p class="crumb"><a href="./">${t("answers")}</a></p>
<h1>${heading}</h1>
${searchForm(speech, "./", words)}
${words !== "" && found.length === 0 && html`<p>${t("noneFoundWhy")}</p>`}
<ol class="results">${found.map((one) => result(centre, one, query))}</ol></div>
${askCard(centre, words, id)}
</div>`,
  };
}

function headingOf({ words, found }: Search, { t }: HelpTongue): string {
  if (words === "") return t("search");
  return found.length === 0 ? t("noneFound", { words }) : t("found", { words, count: found.length });
}

function result(centre: Centre, found: FoundAnswer, query: string): Inset {
  const answer = centre.shelf.answer(found.id, centre.locale);
  if (answer === undefined) return null;
  return html`<li${inLanguage(answer.locale, centre.speech.locale)}>
<h2><a href="${answerHref(centre, "search", answer, query)}">${marked(found)}</a></h2>
<p>${excerptOf(answer.blocks, EXCERPT_LENGTH)}</p></li>`;
}

/** A question with the searched words marked in it. */
function marked({ question, marks }: FoundAnswer): Html {
  let end = 0;
  const pieces = marks.map(([from, to]) => {
    const piece = html`${question.slice(end, from)}<mark>${question.slice(from, to)}</mark>`;
    end = to;
    return piece;
  });
  return html`${pieces}${question.slice(end)}`;
}
