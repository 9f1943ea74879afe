import { linkify } from "@shopbell/client";
import css from "./extras.css?inline";
import { list } from "./list.tsx";
import { menu } from "./menu.tsx";

/** Parts that few visitors need: fetched when the first of them is wanted. */
export const extras = { css, linked, list, menu };

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
