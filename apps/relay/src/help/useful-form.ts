import type { PublishedAnswer } from "../answers/answer.ts";
import { type Html, html } from "../http/html.ts";
import { toPerson } from "./ask-card.ts";
import type { Centre } from "./centre.ts";
import { answerPath } from "./centre-links.ts";
import { icon } from "./icons.ts";

/** Of fewer votes it says nothing how many were for it. */
const FEWEST_VOTES = 5;

/** How somebody came to an answer, and what they have said of it just now. */
export interface Voting {
  readonly voted: "yes" | "no" | null;
  /** What they searched for before; empty is nothing. */
  readonly words: string;
  /** That search; empty is none. */
  readonly search: string;
}

/** Asks whether an answer was useful. Once that is said: thanks, and the way to a person where it was not. */
export function usefulForm(centre: Centre, answer: PublishedAnswer, { voted, words, search }: Voting): Html {
  const { t } = centre.speech;
  if (voted === "yes") return html`<p class="useful" id="useful" role="status">${t("thanks")}</p>`;
  if (voted === "no") {
    const missing = toPerson(centre, t("about", { question: answer.question }), search);
    return html`<p class="useful" id="useful" role="status"><span>${t("thanksNo")} <a ${missing}>${t("whatIsMissing")}</a></span></p>`;
  }
  const { up, down } = answer.votes;
  const count = up + down;
  return html`<form class="useful" id="useful" method="post" action="../${answerPath(answer.slug)}/vote">
<p><b>${t("useful")}</b>${count >= FEWEST_VOTES && html`<br><span class="figures">${t("saidYes", { up, count })}</span>`}</p>
<input type="hidden" name="words" value="${words}"><input type="hidden" name="s" value="${search}">
<div class="choices"><button class="quiet" name="useful" value="yes">${icon("yes")}${t("yes")}</button>
<button class="quiet" name="useful" value="no">${icon("no")}${t("no")}</button></div>
</form>`;
}
