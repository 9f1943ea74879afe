import type { Availability } from "@shopbell/protocol/types";
import type { Handover } from "../contract.ts";
import { bell as bellWords } from "../locales/en.ts";
import type { Words } from "./words.ts";

const CHEVRON = "M5 8l5 5 5-5";

/** What the bell shows once the app is there. */
export interface BellState {
  availability: Availability;
  unread: number;
  open: boolean;
}

/** Gives the loader's bell the signs that only the app knows of. Returns how to show a state. */
export function adoptBell({ bell, face }: Handover, { t }: Words): (state: BellState) => void {
  const glyph = bell.querySelector("path");
  const atRest = glyph?.getAttribute("d") ?? "";
  const badge = document.createElement("span");
  badge.className = "unread";
  bell.append(badge);

  return ({ availability, unread, open }) => {
    const now = unread ? t("unread", { state: bellWords[availability], count: unread }) : bellWords[availability];
    const state = open ? t("closeChat") : now;
    bell.setAttribute("aria-label", t("bell", { shop: face.name, state }));
    bell.setAttribute("aria-expanded", `${open}`);
    bell.classList.toggle("is-open", open);
    bell.querySelector(".at")?.setAttribute("class", `at ${availability}`);
    glyph?.setAttribute("d", open ? CHEVRON : atRest);
    badge.textContent = unread > 99 ? "99+" : `${unread}`;
    badge.hidden = open || unread === 0;
  };
}
