import type { Draft } from "@shopbell/client";
import * as phrases from "../locales/en/extras.ts";
import { WARN } from "./icon.tsx";
import type { Stage } from "./screen.tsx";
import { banner } from "./trouble.tsx";

/** Failures that are the relay's own: the visitor did nothing wrong, and can try again. */
const OUR_FAULT = ["internal", "storage-failed", "overloaded"];

export function isOurFault({ reason }: Draft): boolean {
  return reason !== undefined && OUR_FAULT.includes(reason);
}

/** What to know of a message that the relay refused, where that was its own fault. */
export function fault({ words: { t }, drafts }: Stage) {
  return drafts.some(isOurFault) && banner("bad", WARN, t(phrases.ourFault), t(phrases.ourFaultKept));
}
