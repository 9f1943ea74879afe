import type { Handover } from "../contract.ts";
import { name, states } from "../locales/en/bell.ts";
import * as panel from "../locales/en/panel.ts";

import type { Panel } from "./panel.tsx";
import type { Scene } from "./scene.ts";

/** On the grid of the loader's glyph. */
const CHEVRON = "M20 32l20 20 20-20";

/** Gives the loader's bell the signs that only the app knows of. Returns how to show them, with the words for where one has to wait. */
export function adoptBell({ bell, face }: Handover): (scene: Scene, away: ReturnType<Panel["extras"]>) => void {
  const glyph = bell.querySelector("path");
  const atRest = glyph?.getAttribute("d") ?? "";
  const badge = document.createElement("span");
  badge.className = "unread";
  bell.append(badge);

  return ({ availability, site, offline, unread, open, words }, away) => {
    const { t } = words;
    const state = offline ? states.away : (away?.stateOf(words, site) ?? states[availability]);
    const now = unread ? t(panel.unread, { state, count: unread }) : state;
    bell.setAttribute("aria-label", name(face.name, open ? t(panel.closeChat) : now));
    bell.setAttribute("aria-expanded", `${open}`);
    bell.classList.toggle("is-open", open);
    bell.querySelector(".at")?.setAttribute("class", `at ${availability}`);
    glyph?.setAttribute("d", open ? CHEVRON : atRest);
    badge.textContent = unread > 99 ? "99+" : `${unread}`;
    badge.hidden = open || unread === 0;
  };
}
