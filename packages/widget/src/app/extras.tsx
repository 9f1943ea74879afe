import { linkify } from "@shopbell/client";
import css from "./extras.css?inline";
import { fault } from "./fault.tsx";
import { list } from "./list.tsx";
import { Menu } from "./menu.tsx";
import type { Stage } from "./screen.tsx";

/** Parts that few visitors need: fetched when the first of them is wanted. */
export const extras = { css, fault, linked, list, menu };

function menu(stage: Stage) {
  return <Menu {...stage} />;
}

/** A text with its web addresses as links. */
function linked(text: string) {
  return linkify(text).map(({ text: words, href }) =>
    href ? (
      <a href={href} target="_blank" rel="noopener noreferrer nofollow">
        {words}
      </a>
    ) : (
      words
    ),
  );
}
