import * as phrases from "../locales/en/extras.ts";
import type { Listed } from "./conversations.ts";
import { portrait } from "./face.tsx";
import { firstName } from "./scene.ts";
import type { Stage } from "./screen.tsx";
import { isSameDay, type Words } from "./words.ts";

const WEEK_MS = 6 * 86_400_000;

/** The visitor's conversations, to go on with one of them. */
export function list(stage: Stage) {
  return (
    <section class="sec">
      <h3>{stage.words.t(phrases.yours)}</h3>
      <ul>
        {stage.listed.map((conversation) => (
          <li key={conversation.id}>{row(stage, conversation)}</li>
        ))}
      </ul>
    </section>
  );
}

function row(stage: Stage, { id, last, partner, unread }: Listed) {
  const { face, words } = stage;
  const { t } = words;
  const mine = last?.author.kind === "visitor";
  return (
    <button type="button" class="row" onClick={() => stage.panel.go(id)}>
      {portrait(stage, partner)}
      <span class="grow">
        <b class="clip">{partner ? firstName(partner) : face.name}</b>
        <span class="meta clip">{last && (mine ? t(phrases.you, { text: last.text }) : last.text)}</span>
      </span>
      <span class="meta">
        {unread ? <b class="count">{t(phrases.newCount, { count: unread })}</b> : last && short(words, last.at)}
      </span>
    </button>
  );
}

/** As short as a list needs it: "14:30", "Tue", "3 Nov" */
function short({ locale, time }: Words, at: number): string {
  const now = Date.now();
  if (isSameDay(at, now)) return time(at);
  const isRecent = now - at < WEEK_MS;
  return new Intl.DateTimeFormat(locale, isRecent ? { weekday: "short" } : { day: "numeric", month: "short" }).format(
    at,
  );
}
