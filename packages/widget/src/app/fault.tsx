import * as phrases from "../locales/en/extras.ts";
import { WARN } from "./icon.tsx";
import type { Stage } from "./screen.tsx";
import { banner } from "./trouble.tsx";

/** Failures that are the relay's own: the visitor did nothing wrong, and can try again. */
const OUR_FAULT = ["internal", "storage-failed", "overloaded"];

/** What to know of a message that the relay refused, where that was its own fault. */
export function fault({ words: { t }, drafts }: Stage) {
  const isOurs = drafts.some(({ reason }) => reason && OUR_FAULT.includes(reason));
  return isOurs && banner("bad", WARN, t(phrases.ourFault), t(phrases.ourFaultKept));
}
