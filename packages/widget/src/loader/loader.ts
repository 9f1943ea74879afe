import type { SiteFace } from "@shopbell/protocol/types";
import type { Call, Say } from "../contract.ts";
import { HOST, openCounter } from "./counter.ts";

declare global {
  interface Window {
    /** A page may define a stub that collects calls in `q` until the loader is there. */
    Shopbell?: (Say & { q?: Call[] }) | undefined;
  }
}

/** Draws the bell of the script's site. Whatever fails, the page hears nothing of it and gets no bell. */
export async function load(): Promise<void> {
  // A tag manager's injected script is no `currentScript`: then it is the first one that looks like ours.
  const script = document.currentScript || document.querySelector('script[data-site][src*="/widget.js"]');
  try {
    const { dataset, src } = script as HTMLScriptElement;
    const relay = new URL(src).origin;
    const answer = await fetch(`${relay}/v1/sites/${dataset["site"]}`, { credentials: "omit" });
    const face: SiteFace = await answer.json();
    if (document.readyState === "loading") await new Promise((ready) => addEventListener("DOMContentLoaded", ready));
    if (!document.querySelector(HOST)) openCounter(relay, face, dataset); // the snippet may have been pasted twice
  } catch {
    // no script, relay or site, or too old a browser: nothing was drawn
  }
}
