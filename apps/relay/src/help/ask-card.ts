import type { AgentFace } from "@shopbell/protocol";
import { type Html, html } from "../http/html.ts";
import { stateLine } from "../requests/shop-words.ts";
import type { Centre } from "./centre.ts";
import { contactAddress } from "./centre-links.ts";
import { icon } from "./icons.ts";
import { wayList } from "./way-list.ts";

/** Faces that fit on the card. */
const MAX_FACES = 3;

/** The way to a person. @param text what a visitor has typed or read, to take along */
export function askCard({ site, state, ways, publicUrl, speech }: Centre, text = ""): Html {
  const { t, tongue, locale } = speech;
  const faces = state.people.slice(0, MAX_FACES).map((person) => face(person, publicUrl));
  return html`<aside class="person" aria-labelledby="person">
${faces.length > 0 && html`<p class="faces">${faces}</p>`}
<h2 id="person">${t("stillNotSure")}</h2>
<p class="state"><span class="sign ${state.availability}"></span><span>${stateLine(state, tongue)}</span></p>
<a class="button" href="${contactAddress(publicUrl, site.key, locale, text)}">${icon("bell")}${t("askPerson")}</a>
${wayList(ways, speech, text)}
</aside>`;
}

/** Their names stand beside it. */
function face({ name, photo }: AgentFace, publicUrl: string): Html {
  if (photo !== null)
    return html`<img class="face" src="${new URL(photo, publicUrl).href}" alt="" width="40" height="40">`;
  return html`<span class="face" aria-hidden="true">${initialsOf(name)}</span>`;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== "");
  const first = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return first.map((word = "") => Array.from(word)[0] ?? "").join("");
}
