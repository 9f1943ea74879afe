import type { Availability } from "@shopbell/protocol/types";
import { states } from "../locales/en/bell.ts";
import * as phrases from "../locales/en/panel.ts";
import type { Stage } from "./screen.tsx";

/** Who is here, and one line of truth about it. */
export function who(name: string, sign: Availability, truth: string) {
  return (
    <div class="who">
      <span class="name clip">{name}</span>
      <span class="truth">
        <span class={`at sign ${sign}`} />
        <span class="clip">{truth}</span>
      </span>
    </div>
  );
}

/** What the shop says of itself. Where one has to wait, that takes more words: the bell's do until they are there. */
export function truth({ words, site, panel }: Stage): string {
  const { availability, replyMinutes } = site;
  if (availability !== "available") return panel.extras()?.truthOf(words, site) ?? states[availability];
  return replyMinutes ? words.t(phrases.replyIn, { count: replyMinutes }) : words.t(phrases.availableNow);
}
