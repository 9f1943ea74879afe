import type { PublishedAnswer } from "../answers/answer.ts";
import { type Html, html } from "../http/html.ts";
import type { Centre } from "./centre.ts";
import { answerPath, contactAddress } from "./centre-links.ts";
import { icon } from "./icons.ts";

/** How somebody came to an answer, and what they have said of it just now. */
export interface Voting {
  readonly voted: "yes" | "no" | null;
  /** What they searched for before; empty is nothing. */
  readonly words: string;
}

/** Asks whether an answer was useful. Once that is said: thanks, and the way to a person where it was not. */
export function usefulForm(centre: Centre, answer: PublishedAnswer, { voted, words }: Voting): Html {
  const { t } = centre.speech;
  if (voted !== null) return thanks(centre, answer, voted);
  const { up, down } = answer.votes;
  const count = up + down;
  return html`<form class="useful" id="useful" method="post" action="../${answerPath(answer.slug)}/vote">
<p><b>${t("useful")}</b>${count > 0 && html`<br><span class="figures">${t("saidYes", { up, count })}</span>`}</p>
<input type="hidden" name="words" value="${words}">
<div class="choices"><button class="quiet" name="useful" value="yes">${icon("yes")}${t("yes")}</button>
<button class="quiet" name="useful" value="no">${icon("no")}${t("no")}</button></div>
</form>`;
}

function thanks(
  { site, publicUrl, speech: { t, locale } }: Centre,
  { question }: PublishedAnswer,
  voted: "yes" | "no",
) {
  if (voted === "yes") return html`<p class="useful" id="useful" role="status">${t("thanks")}</p>`;
  const missing = contactAddress(publicUrl, site.key, locale, t("about", { question }));
  return html`<p class="useful" id="useful" role="status"><span>${t("thanksNo")}
<a href="${missing}">${t("whatIsMissing")}</a></span></p>`;
}
