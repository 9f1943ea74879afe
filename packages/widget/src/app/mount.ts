import { openVisitorLine } from "@shopbell/client";
import { directionOf } from "@shopbell/i18n";
import type { Mount } from "../contract.ts";
import { openCounter } from "./counter.ts";
import { wordsFor } from "./words.ts";

/**
 * The script's own locale goes before the page's, and the page's before the browser's. Where those name a language without a
 * region, the visitor's own is taken: a page in English is read in London too, where it is 18:00 and not 6 PM.
 */
export const mount: Mount = (handover) => {
  const { locale, relay, face } = handover;
  const page = document.documentElement;
  const { languages } = navigator;
  const named = [locale ?? "", page.lang].map((tag) => languages.find((own) => own.startsWith(`${tag}-`)) ?? tag);
  const wanted = [...named, ...languages].filter((tag) => tag !== "");
  const [dearest = "en"] = wanted;
  const direction = !locale && page.dir === "rtl" ? "rtl" : directionOf(dearest);
  const line = openVisitorLine({ relayUrl: relay, siteKey: face.key, locale: dearest });
  return openCounter(handover, line, wordsFor(wanted, direction));
};
