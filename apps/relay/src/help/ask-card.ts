import type { AgentFace } from "@shopbell/protocol";
import { type Html, html } from "../http/html.ts";
import { stateLine } from "../requests/shop-words.ts";
import type { Centre } from "./centre.ts";
import { contactAddress } from "./centre-links.ts";
import { icon } from "./icons.ts";
import { wayList } from "./way-list.ts";

/** Faces that fit on the card. */
const MAX_FACES = 3;

/**
 * Where a link leads that leads to a person, as its attributes: to the bell where that runs, else to the contact page.
 *
 * @param text what a visitor has typed or read, to take along
 * @param search the search that they come from
 */
export function toPerson({ site, publicUrl, speech }: Centre, text = "", search = ""): Html {
  return html`href="${contactAddress(publicUrl, site.key, speech.locale, text, search)}" data-shopbell="${text}"`;
}

/** The way to a person, with what is taken along. */
export function askCard(centre: Centre, text = "", search = ""): Html {
  const { state, ways, publicUrl, speech } = centre;
  const { t, tongue } = speech;
  const faces = state.people.slice(0, MAX_FACES).map((person) => face(person, publicUrl));
  return html`<aside class="person" aria-labelledby="person">
${faces.length > 0 && html`<p class="faces">${faces}</p>`}
<h2 id="person">${t("stillNotSure")}</h2>
<p class="state"><span class="sign ${state.availability}"></span><span>${stateLine(state, tongue)}</span></p>
<a class="button" ${toPerson(centre, text, search)}>${icon("bell")}${t("askPerson")}</a>
${wayList(ways, speech, text)}
</aside>`;
}

/** Somebody's picture, or their initials. Their name stands beside it. */
export function face({ name, photo }: Pick<AgentFace, "name" | "photo">, publicUrl: string): Html {
  if (photo !== null)
    return html`<img class="face" src="${new URL(photo, publicUrl).href}" alt="" width="40" height="40">`;
  return html`<span class="face" aria-hidden="true">${initialsOf(name)}</span>`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const first = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return first.map((word = "") => Array.from(word)[0] ?? "").join("");
}
