import type { CategoryIcon } from "@shopbell/protocol";
import { type Html, html } from "../http/html.ts";

type Icon = CategoryIcon | "search" | "down" | "bell" | "yes" | "no";

/** As in the design: a stroke of 1.75 on a grid of 20. */
const PATHS: Readonly<Record<Icon, string>> = {
  ruler: "M2.5 7h15v6h-15zM5.5 7v2.5M8.5 7v3.5M11.5 7v2.5M14.5 7v3.5",
  truck:
    "M2.25 5h9.5v8.5h-4M2.25 5v8.5h.9M11.75 8h3.4l2.6 2.75v2.75h-.9M5.25 15.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM14.75 15.25a1.75 1.75 0 1 0 0-3.5 1.75 1.75 0 0 0 0 3.5zM7 13.5h6",
  undo: "M7 5L3.5 8.5 7 12M3.5 8.5h8a4 4 0 0 1 0 8H7",
  store:
    "M3.25 8.25L4.5 3.75h11l1.25 4.5M3.25 8.25a2.25 2.25 0 0 0 4.5 0 2.25 2.25 0 0 0 4.5 0 2.25 2.25 0 0 0 4.5 0M4.5 10.5v6h11v-6M8 16.5v-3.25h4v3.25",
  card: "M2.75 5h14.5v10.5H2.75zM2.75 8.5h14.5M5.5 12.5h3",
  star: "M10 3.25l2.1 4.4 4.8.6-3.5 3.35.9 4.8L10 14.05 5.7 16.4l.9-4.8L3.1 8.25l4.8-.6z",
  question: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.9 8.1a2.1 2.1 0 1 1 2.9 2c-.6.25-.8.6-.8 1.3M10 13.6v.1",
  person: "M10 9.75a3.25 3.25 0 1 0 0-6.5 3.25 3.25 0 0 0 0 6.5zM3.75 16.75c.25-3 2.75-4.75 6.25-4.75s6 1.75 6.25 4.75",
  search: "M8.75 14a5.25 5.25 0 1 0 0-10.5 5.25 5.25 0 0 0 0 10.5zM12.6 12.6l4.15 4.15",
  down: "M5 8l5 5 5-5",
  bell: "M3.5 13.25a6.5 6.5 0 0 1 13 0zM2.25 16.25h15.5M10 6.5V4M8.25 3.75h3.5",
  yes: "M6 9.25L9 3.5c1.4 0 2 .9 1.75 2.25L10.25 8H15a1.25 1.25 0 0 1 1.2 1.6l-1.6 5.4a1.5 1.5 0 0 1-1.45 1.1H6zM6 9.25H3.5v6.85H6",
  no: "M6 10.75L9 16.5c1.4 0 2-.9 1.75-2.25L10.25 12H15a1.25 1.25 0 0 0 1.2-1.6L14.6 5a1.5 1.5 0 0 0-1.45-1.1H6zM6 10.75H3.5V3.9H6",
};

/** A picture beside words that say the same. An arrow that means a direction turns with the direction of writing. */
export function icon(name: Icon): Html {
  const turns = name === "undo" && html` flip`;
  return html`<svg class="icon${turns}" viewBox="0 0 20 20" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`;
}
