import type { SiteState } from "@shopbell/protocol";
import type { Tongue } from "./tongue.ts";

/** What the contact page says above its form. */
export function greeting({ availability }: SiteState, { t }: Tongue): string {
  if (availability === "closed") return t("closedGreeting");
  return availability === "away" ? t("awayGreeting") : t("openGreeting");
}

/** One line of truth about the shop, as in the widget. */
export function stateLine(state: SiteState, tongue: Tongue): string {
  const { t, time } = tongue;
  switch (state.availability) {
    case "available":
      return [areHere(state, tongue), replyIn(state, tongue)].filter((words) => words !== "").join(" ");
    case "busy":
      return state.waitMinutes === null ? t("busy") : t("busyFor", { count: state.waitMinutes });
    case "away":
      return state.closesAt === null ? t("away") : t("openUntil", { time: time(state.closesAt) });
    case "closed":
      return state.opensAt === null ? t("isClosed") : t("opens", { time: time(state.opensAt) });
  }
}

function areHere({ people }: SiteState, { t, names }: Tongue): string {
  const given = people.map(({ name }) => name);
  return given.length === 0 ? "" : t("areHere", { names: names(given), count: given.length });
}

function replyIn({ replyMinutes }: SiteState, { t }: Tongue): string {
  return replyMinutes === null ? "" : t("replyIn", { count: replyMinutes });
}
