import type { Look } from "@shopbell/protocol/types";
import tokens from "../tokens.css?inline";
import css from "./bell.css?inline";
import { add } from "./bell.ts";

/**
 * Makes the corner of the page that bell and panel share, in an open shadow root. The host element has no box of its own
 * (`display: contents`), so it takes no space, covers nothing and has nothing that the page's CSS could move or fade.
 * The corner lies where the page's own direction puts it; the panel's words have the direction of their language.
 */
export function makeCorner(host: HTMLElement, look: Look, settings: DOMStringMap): HTMLElement {
  const { position = look.position, color = look.color, offset = "", z = "" } = settings;
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens + css);
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty("--sb-accent", color);
  const corner = add(root, "div", `sb ${position}`);
  corner.style.padding = offset;
  corner.style.zIndex = z;
  return corner;
}
