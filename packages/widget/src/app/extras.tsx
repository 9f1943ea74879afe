import { linkify } from "@shopbell/client";
import css from "./extras.css?inline";
import { fault, isOurFault } from "./fault.tsx";
import { files } from "./files.tsx";
import { list } from "./list.tsx";
import { Menu } from "./menu.tsx";
import { OtherWays } from "./other-ways.tsx";
import type { Stage } from "./screen.tsx";
import { field } from "./wait/field.tsx";
import { wait } from "./wait/wait.tsx";

/** Parts that few visitors need: fetched when the first of them is wanted. In one file they are smaller than in two. */
export const extras = { ...wait, css: css + wait.css, fault, field, files, linked, list, menu, otherWays };

function menu(stage: Stage) {
  return <Menu {...stage} />;
}

function otherWays(stage: Stage) {
  return stage.drafts.some(isOurFault) && <OtherWays key="ways" {...stage} />;
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
