import type { PublishedAnswer } from "../answers/answer.ts";
import { excerptOf } from "../answers/plain-text.ts";
import { type Html, html } from "../http/html.ts";
import { askCard } from "./ask-card.ts";
import { blocksHtml } from "./block-html.ts";
import type { Centre } from "./centre.ts";
import { answerPath, categoryPath, centreAddress } from "./centre-links.ts";
import type { HelpPage } from "./help-document.ts";
import { inLanguage } from "./help-tongue.ts";
import { questionList } from "./home-page.ts";
import type { Section } from "./sections.ts";
import { breadcrumbOf, faqOf } from "./structured.ts";
import { usefulForm, type Voting } from "./useful-form.ts";

/** What search engines show of a page. */
const DESCRIPTION_LENGTH = 160;

/** What stands under an answer beside itself, as what was asked about it; null is nothing. */
export type AnswerExtras = Html | null;

/** Everything that the page of an answer shows. */
export interface AnswerPage {
  readonly answer: PublishedAnswer;
  /** The category that it is in. */
  readonly section: Section;
  readonly voting: Voting;
  readonly extras: AnswerExtras;
}

/** An answer to be read, with its neighbours, and the way to a person beside it. */
export function answerPage(centre: Centre, { answer, section, voting, extras }: AnswerPage): HelpPage {
  const { site, shelf, speech } = centre;
  const { t, locale: ours } = speech;
  const { question, blocks, slug } = answer;
  const path = answerPath(slug);
  const translations = shelf.translations(answer.id).map(({ locale, slug }) => ({ locale, path: answerPath(slug) }));
  return {
    title: `${question} · ${site.name}`,
    description: excerptOf(blocks, DESCRIPTION_LENGTH) || question,
    path,
    current: "answers",
    indexed: { translations, facts: [faqOf(answer), breadcrumb(centre, answer, section)] },
    main: html`<div class="reading frame">
<nav class="side" aria-labelledby="side"><h2 id="side"${inLanguage(section.locale, ours)}>${section.name}</h2>
${questionList(centre, path, section.answers, answer)}</nav>
<article>
<p class="crumb"><a href="../">${t("answers")}</a> / <a href="../${categoryPath(section.slug)}"${inLanguage(section.locale, ours)}>${section.name}</a></p>
<div class="answer"${inLanguage(answer.locale, ours)}><h1>${question}</h1>
${blocksHtml(blocks)}</div>
${usefulForm(centre, answer, voting)}
<p class="meta">${written(answer, centre)}</p>
${extras}
</article>
${askCard(centre, t("about", { question }), voting.search)}
</div>`,
  };
}

function written({ author, changedAt }: PublishedAnswer, { speech: { t, date } }: Centre): string {
  const changed = t("changedOn", { date: date(changedAt) });
  return author === null ? changed : `${t("writtenBy", { name: author })} ${changed}`;
}

function breadcrumb({ site, locale, publicUrl, speech }: Centre, answer: PublishedAnswer, section: Section): object {
  const home = `${centreAddress(site, publicUrl)}/${locale}/`;
  return breadcrumbOf([
    { name: speech.t("answers"), address: home },
    { name: section.name, address: home + categoryPath(section.slug) },
    { name: answer.question, address: home + answerPath(answer.slug) },
  ]);
}
