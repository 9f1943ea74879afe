import type { SiteFace } from "@shopbell/protocol/types";
import type { Call, Say } from "../contract.ts";
import { HOST, openCounter } from "./counter.ts";

declare global {
  interface Window {
    /** A page may define a stub that collects calls in `q` until the loader is there. */
    Shopbell?: (Say & { q?: Call[] }) | undefined;
  }
}

/** A tag manager's injected script is no `currentScript`: then it is the first one that looks like ours. */
function ownScript(): HTMLScriptElement | null {
  return (
    (document.currentScript as HTMLScriptElement | null) ||
    document.querySelector('script[data-site][src*="/widget.js"]')
  );
}

/** Draws the bell of the script's site. Whatever fails, the page hears nothing of it and gets no bell. */
export async function load(): Promise<void> {
  const script = ownScript();
  if (!script) return;
  try {
    const { dataset, src } = script;
    const relay = new URL(src).origin;
    const answer = await fetch(`${relay}/v1/sites/${dataset["site"]}`, { credentials: "omit" });
    const face: SiteFace = await answer.json();
    if (document.readyState === "loading") await new Promise((ready) => addEventListener("DOMContentLoaded", ready));
    if (document.querySelector(HOST)) return; // the snippet was pasted twice
    const say = openCounter(relay, face, dataset);
    const early = window.Shopbell?.q ?? [];
    window.Shopbell = say;
    for (const call of early) say(...Array.from(call));
  } catch {
    // no relay, no such site, or too old a browser: nothing was drawn
  }
}
