import type { SiteFace } from "@shopbell/protocol/types";
import { bell as words } from "../locales/en.ts";

const SVG = "http://www.w3.org/2000/svg";

/** Draws the bell as it looks at rest. Its accessible name says everything that its signs show. */
export function drawBell(corner: Element, face: SiteFace): HTMLButtonElement {
  const { label } = face.look;
  const bell = add(corner, "button", label ? "bell labelled" : "bell");
  nameBell(bell, face, face.availability);
  const glyph = bell.appendChild(document.createElementNS(SVG, "svg"));
  glyph.setAttribute("viewBox", "0 0 20 20");
  glyph.setAttribute("class", "i");
  glyph
    .appendChild(document.createElementNS(SVG, "path"))
    .setAttribute("d", "M3.5 13.25a6.5 6.5 0 0 1 13 0zM2.25 16.25h15.5M10 6.5V4M8.25 3.75h3.5");
  if (label) add(bell, "span", "").textContent = label;
  add(bell, "span", `at ${face.availability}`);
  return bell;
}

/** Says in the bell's accessible name what state the shop is in. */
export function nameBell(bell: Element, face: SiteFace, state: Exclude<keyof typeof words, "name">): void {
  bell.setAttribute(
    "aria-label",
    words.name.replace("{state}", words[state]).replace("{shop}", () => face.name),
  );
}

export function add<Tag extends "button" | "div" | "span">(parent: Node, tag: Tag, className: string) {
  const element = document.createElement(tag);
  element.className = className;
  return parent.appendChild(element);
}
