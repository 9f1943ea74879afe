import type { AnswerId, ShownAnswer } from "@shopbell/protocol/types";
import * as phrases from "../../locales/en/help.ts";
import { icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { blocks } from "./blocks.tsx";
import { THUMB } from "./icons.ts";
import type { AnswerText, Reading } from "./reading.ts";
import type { Props } from "./self-help.tsx";

/** An opened answer, and the way on to a person. */
export function answer({ stage, reading }: Props, id: AnswerId) {
  const text = reading.text(id);
  return (
    <div class="answer">
      {textOf(stage, text)}
      {typeof text === "object" && vote(stage, reading, text)}
      {person(stage)}
    </div>
  );
}

/** What an answer says, with the address of its page. */
export function textOf({ words: { t }, relay }: Stage, text: AnswerText) {
  if (typeof text === "string")
    return <p role="status">{t(text === "coming" ? phrases.moment : phrases.answerAway)}</p>;
  return [
    <div key="text" class="own" lang={text.locale}>
      {blocks(text.blocks)}
    </div>,
    <a key="page" class="page" href={relay + text.link} target="_blank" rel="noopener">
      {t(phrases.asPage)}
    </a>,
  ];
}

/** Always one tap: on to the composer, or, where something is written, on to the shop. */
function person({ words: { t }, panel }: Stage) {
  return (
    <button type="button" class="person" onClick={() => (panel.canSend ? panel.send() : panel.takePen())}>
      {t(panel.canSend ? phrases.personSend : phrases.person)}
    </button>
  );
}

function vote({ words: { t } }: Stage, reading: Reading, text: ShownAnswer) {
  const voted = reading.voteOn(text.id);
  const thumb = (label: string, useful: boolean) => (
    <button
      type="button"
      class="square"
      aria-label={label}
      aria-pressed={voted === useful}
      onClick={() => reading.vote(text, useful)}
    >
      {icon(THUMB, useful ? "" : "down")}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame, and cannot be a line
    <div class="vote" role="group" aria-label={t(phrases.useful)}>
      <span role="status">{t(voted === undefined ? phrases.useful : voted ? phrases.thanks : phrases.sorry)}</span>
      {thumb(t(phrases.yes), true)}
      {thumb(t(phrases.no), false)}
    </div>
  );
}
