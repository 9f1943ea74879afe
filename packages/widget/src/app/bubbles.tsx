import type { MessageId } from "@shopbell/protocol/types";
import * as phrases from "../locales/en/panel.ts";
import { portrait } from "./face.tsx";
import { CHECK, CHECKS, CLOCK, icon, WARN } from "./icon.tsx";
import type { Bubble, Group } from "./log.ts";
import { firstName } from "./scene.ts";
import type { Stage } from "./screen.tsx";

/** What one author said in a row. */
export function group(stage: Stage, { key, author, bubbles, tick, typing }: Group) {
  const { words, face, panel } = stage;
  const { t } = words;
  const said = bubbles.map(
    ({ id, text, at, attachments, card }, index) =>
      (card && panel.help()?.card(stage, id, card)) || (
        <div key={id} class={`bub ${index ? "" : "first"} ${tick ?? ""}`} title={words.time(at)}>
          {(/https?:/i.test(text) && panel.extras()?.linked(text)) || text}
          {attachments && panel.extras()?.files(stage, attachments)}
        </div>
      ),
  );
  if (author.kind === "visitor")
    return (
      <div key={key} class="me">
        {said}
        {sign(stage, tick, bubbles.at(-1))}
      </div>
    );
  const agent = author.kind === "agent" ? author.agent : null;
  return (
    <div key={key} class="grp">
      {portrait(stage, agent)}
      <div class="by">
        <b>{agent ? firstName(agent) : face.name}</b>
        {author.kind === "rule" && ` · ${t(phrases.automatic)}`}
      </div>
      {said}
      {typing && (
        <div class="bub first typing" role="img" aria-label={t(phrases.typing)}>
          <i />
          <i />
          <i />
        </div>
      )}
    </div>
  );
}

/** Whether the visitor's newest words have arrived. */
function sign({ words, line }: Stage, tick: Group["tick"], newest: Bubble | undefined) {
  const { t, time } = words;
  if (!tick || !newest) return null;
  const id = newest.id as MessageId;
  if (tick === "failed")
    return (
      <div class="tick bad" role="alert">
        {icon(WARN)}
        {t(phrases.notSent)}
        <button type="button" onClick={() => line.retry(id)}>
          {t(phrases.again)}
        </button>
        <button type="button" onClick={() => line.discard(id)}>
          {t(phrases.discard)}
        </button>
      </div>
    );
  return (
    <div class={`tick ${tick}`}>
      {tick === "sending" && [icon(CLOCK), t(phrases.sending)]}
      {tick === "sent" && [icon(CHECK), t(phrases.sent, { time: time(newest.at) })]}
      {tick === "seen" && [icon(CHECKS), t(phrases.seen)]}
    </div>
  );
}
