import type { SiteState } from "@shopbell/protocol/types";
import { states } from "../../locales/en/bell.ts";
import * as phrases from "../../locales/en/wait.ts";
import type { Words } from "../words.ts";
import { byWhen, minutes, when } from "./when.ts";

/** One line of truth about a shop where one has to wait, for its header: only what is known of it. */
export function truthOf(words: Words, { availability, waitMinutes, opensAt, closesAt }: SiteState): string {
  const { t } = words;
  if (availability === "busy")
    return waitMinutes ? t(phrases.busyFor, { minutes: minutes(words, waitMinutes) }) : t(phrases.busyNow);
  if (availability === "closed")
    return opensAt ? t(phrases.opens, { when: when(words, opensAt) }) : t(phrases.closedNow);
  return closesAt ? t(phrases.openUntil, { time: byWhen(words, closesAt) }) : t(phrases.nobodyHere);
}

/** The same in the bell's name. */
export function stateOf(words: Words, { availability, waitMinutes, opensAt }: SiteState): string {
  const { t } = words;
  if (availability === "busy" && waitMinutes) return t(phrases.busyAbout, { minutes: minutes(words, waitMinutes) });
  if (availability === "closed" && opensAt) return t(phrases.closedOpens, { when: when(words, opensAt) });
  return states[availability];
}
