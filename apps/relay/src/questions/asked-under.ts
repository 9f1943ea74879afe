import type { PublishedAnswer } from "../answers/answer.ts";
import { face } from "../help/ask-card.ts";
import type { Centre } from "../help/centre.ts";
import { inLanguage } from "../help/help-tongue.ts";
import { type Html, html } from "../http/html.ts";
import { askPath, reportPath } from "./question-links.ts";
import { type QuestionTongue, questionTongue } from "./question-tongue.ts";
import { type ShownPost, type Thread, threadsOf } from "./shown-post.ts";

/** What the section below an answer is made of. */
interface Below {
  readonly centre: Centre;
  readonly answer: PublishedAnswer;
  /** May one write here now? */
  readonly isOpen: boolean;
  readonly speech: QuestionTongue;
}

/**
 * What was asked publicly under an answer, and the way to ask; nothing where there is neither. Links lead to the relay's own address:
 * the help centre may be at another one. What people wrote is text, and no address in it becomes a link.
 */
export function askedUnder(centre: Centre, answer: PublishedAnswer, posts: readonly ShownPost[]): Html | null {
  const { site, shelf, state, publicUrl, now } = centre;
  // A language that the shop writes no more has no pages to write on.
  const isOpen = state.mails && shelf.locales.includes(answer.locale);
  if (posts.length === 0 && !isOpen) return null;
  const speech = questionTongue(centre.locale, site.hours?.timeZone, now);
  const below = { centre, answer, isOpen, speech };
  const { t } = speech;
  const threads = threadsOf(posts);
  return html`<section class="asked" aria-labelledby="asked">
<h2 id="asked">${t("asked")}</h2>
${threads.length === 0 ? html`<p class="meta">${t("nobodyYet")}</p>` : html`<ol>${threads.map((one) => thread(below, one))}</ol>`}
${isOpen && html`<a class="button" rel="nofollow" href="${publicUrl}${askPath(site.key, answer)}">${t("askPublicly")}</a>`}
</section>`;
}

function thread(below: Below, { question, answers }: Thread): Html {
  const list = html`<ol>${answers.map((one) => html`<li>${post(below, one)}</li>`)}</ol>`;
  return html`<li>${post(below, question)}${answers.length > 0 && list}</li>`;
}

function post(below: Below, shown: ShownPost): Html {
  const { centre, answer, speech } = below;
  const { id, name, agent, text, at } = shown;
  const shop = agent !== null && html`, <bdi>${centre.site.name}</bdi>`;
  return html`<article class="post" id="p-${id}">
${face({ name, photo: agent?.photo ?? null }, centre.publicUrl)}
<div><p class="by"><b><bdi>${name}</bdi></b>${shop} <time datetime="${new Date(at).toISOString()}">${speech.day(at)}</time></p>
<p class="typed"${inLanguage(answer.locale, centre.speech.locale)}>${text}</p>
${agent === null && acts(below, shown)}</div>
</article>`;
}

/** What readers can do about what another one wrote. */
function acts({ centre, answer, isOpen, speech: { t } }: Below, { id, name, parentId }: ShownPost): Html {
  const { site, publicUrl } = centre;
  const to = publicUrl + askPath(site.key, answer, id);
  const reply = html`<a rel="nofollow" href="${to}" aria-label="${t("answerTo", { name })}">${t("answer")}</a>`;
  return html`<p class="acts">${isOpen && parentId === null && reply}
<a rel="nofollow" href="${publicUrl}${reportPath(id)}" aria-label="${t("reportOf", { name })}">${t("report")}</a></p>`;
}
