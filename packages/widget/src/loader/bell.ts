import type { SiteFace } from "@shopbell/protocol/types";
import { name, states } from "../locales/en/bell.ts";
import css from "./loader.css?inline";

/**
 * Draws the bell as it looks at rest, into an open shadow root. The host element has no box of its own (`display: contents`),
 * so it takes no space, covers nothing and has nothing that the page's CSS could move or fade. Bell and panel share a corner,
 * which lies where the page's own direction puts it; the panel's words have the direction of their language.
 *
 * @param settings the `data-` attributes of the script element: they go before the site's look
 */
export function drawBell(host: HTMLElement, face: SiteFace, settings: DOMStringMap): HTMLButtonElement {
  const { label, position, color } = face.look;
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  host.style.setProperty("--sb-accent", settings["color"] || color);

  const corner = add(root, "div", "sb") as HTMLElement;
  corner.style.justifyItems = settings["position"] || position;
  corner.style.padding = settings["offset"] || "";
  corner.style.zIndex = settings["z"] || "";
  const bell = add(corner, "button", label ? "bell labelled" : "bell") as HTMLButtonElement;
  const glyph = add(bell, "svg", "i", "2000/svg");
  glyph.setAttribute("viewBox", "0 0 80 80");
  add(glyph, "path", "", "2000/svg").setAttribute("d", "M14 53a26 26 0 0 1 52 0zM9 65h62M40 26V16M33 15h14");
  if (label) add(bell, "span", "").textContent = label;
  add(bell, "span", `at ${face.availability}`);
  nameBell(bell, face, states[face.availability]);
  return bell;
}

/** Says in the bell's accessible name, which says everything that its signs show, what state the shop is in. */
export function nameBell(bell: Element, face: SiteFace, state: string): void {
  bell.setAttribute("aria-label", name(face.name, state));
}

/** @param namespace the end of its address, as the W3C writes it */
function add(parent: Node, tag: string, className: string, namespace = "1999/xhtml"): Element {
  const element = document.createElementNS(`http://www.w3.org/${namespace}`, tag);
  element.setAttribute("class", className);
  return parent.appendChild(element);
}
