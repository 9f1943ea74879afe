import type { Handover } from "../contract.ts";
import * as phrases from "../locales/en/bell.ts";
import * as panel from "../locales/en/panel.ts";

import type { Scene } from "./scene.ts";

/** On the grid of the loader's glyph. */
const CHEVRON = "M20 32l20 20 20-20";

/** Gives the loader's bell the signs that only the app knows of. Returns how to show them. */
export function adoptBell({ bell, face }: Handover): (scene: Scene) => void {
  const glyph = bell.querySelector("path");
  const atRest = glyph?.getAttribute("d") ?? "";
  const badge = document.createElement("span");
  badge.className = "unread";
  bell.append(badge);

  return ({ availability, unread, open, words: { t } }) => {
    const state = availability === "available" ? phrases.available : phrases.away;
    const now = unread ? t(panel.unread, { state, count: unread }) : state;
    bell.setAttribute("aria-label", t(phrases.name, { shop: face.name, state: open ? t(panel.closeChat) : now }));
    bell.setAttribute("aria-expanded", `${open}`);
    bell.classList.toggle("is-open", open);
    bell.querySelector(".at")?.setAttribute("class", `at ${availability}`);
    glyph?.setAttribute("d", open ? CHEVRON : atRest);
    badge.textContent = unread > 99 ? "99+" : `${unread}`;
    badge.hidden = open || unread === 0;
  };
}
