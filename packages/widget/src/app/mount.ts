import { openVisitorLine } from "@shopbell/client";
import { directionOf } from "@shopbell/i18n";
import type { Mount } from "../contract.ts";
import { openCounter } from "./counter.ts";
import { wordsFor } from "./words.ts";

/** The script's own locale goes before the page's, and the page's before the browser's. */
export const mount: Mount = (handover) => {
  const { locale, relay, face } = handover;
  const page = document.documentElement;
  const wanted = [locale ?? "", page.lang, ...navigator.languages].filter((tag) => tag !== "");
  const [dearest = "en"] = wanted;
  const direction = !locale && page.dir === "rtl" ? "rtl" : directionOf(dearest);
  const line = openVisitorLine({ relayUrl: relay, siteKey: face.key, locale: dearest });
  return openCounter(handover, line, wordsFor(wanted, direction));
};
