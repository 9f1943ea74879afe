import type { ShownWay } from "@shopbell/protocol/types";
import * as phrases from "../../locales/en/help.ts";
import { icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { isSameDay, type Words } from "../words.ts";
import { CHAT, MAIL, PHONE } from "./icons.ts";
import { safeHref } from "./safe-href.ts";

/** Some programs take no longer addresses. */
const LONGEST_TEXT = 1_000;

/** Other ways to reach the shop, each with what is written so far. */
export function waysOf(stage: Stage, ways: readonly ShownWay[]) {
  const { t } = stage.words;
  if (ways.length === 0) return null;
  return (
    <section class="sec">
      <h3>{t(phrases.otherWays)}</h3>
      <div class="tiles">{ways.map((way) => tile(stage, way))}</div>
    </section>
  );
}

function tile({ words, draft }: Stage, way: ShownWay) {
  const { kind, label } = way;
  const href = safeHref(way.href.replaceAll("{text}", encodeURIComponent(textOf(draft))));
  if (!href) return null;
  const opensHere = /^(mailto|tel):/i.test(href);
  return (
    <a key={`${kind} ${label}`} class="tile" href={href} {...(!opensHere && { target: "_blank", rel: "noopener" })}>
      {icon(kind === "phone" ? PHONE : kind === "email" ? MAIL : CHAT)}
      <span>
        <b>{words.t(phrases.ways[kind])}</b>
        <bdi>{opensHere ? label : words.t(phrases.opensApp)}</bdi>
        {hoursOf(words, way)}
      </span>
    </a>
  );
}

/** What was typed, and on which page. */
function textOf(draft: string): string {
  return [draft.trim().slice(0, LONGEST_TEXT), location.href].filter(Boolean).join("\n\n").toWellFormed();
}

/** "until 18:00", "from Mon 09:00" */
function hoursOf(words: Words, { open, changesAt }: ShownWay) {
  if (open === null || changesAt === null) return null;
  return <bdi>{words.t(open ? phrases.until : phrases.from, { when: moment(words, changesAt) })}</bdi>;
}

function moment({ locale, time }: Words, at: number): string {
  if (isSameDay(at, Date.now())) return time(at);
  return new Intl.DateTimeFormat(locale, { weekday: "short", hour: "numeric", minute: "2-digit" }).format(at);
}
