import type { SiteState } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";
import { comingStamp } from "../inbox/coming-stamp.ts";

/** What a bell says to visitors now, as a sentence for those behind the counter. */
export function bellSays(state: SiteState, now: number): string {
  switch (state.availability) {
    case "available":
      return t("says.available");
    case "busy":
      return state.waitMinutes === null ? t("says.busy") : t("says.busyFor", { count: state.waitMinutes });
    case "away":
      return t("says.away");
    case "closed":
      return state.opensAt === null
        ? t("says.closed")
        : t("says.closedUntil", { when: comingStamp(state.opensAt, now) });
    default:
      state.availability satisfies never; // a newer relay's word: nothing is said about it
      return "";
  }
}

/** What becomes of what visitors write now, and what can be done about it. Null while they reach somebody. */
export function whatThen(state: SiteState, now: number): string | null {
  if (state.availability === "available") return null;
  if (state.availability === "busy") return t("says.busyWhat");
  if (state.answersBy !== null) return t("says.answersBy", { when: comingStamp(state.answersBy, now) });
  return t("says.waits");
}
