import type { AnswerCard } from "@shopbell/protocol/types";
import * as phrases from "../../locales/en/help.ts";
import { icon } from "../icon.tsx";
import type { Stage } from "../screen.tsx";
import { textOf } from "./answer.tsx";
import { arrow } from "./arrow.tsx";
import { BOOK } from "./icons.ts";
import type { Reading } from "./reading.ts";

/** An answer that an agent put into the conversation, to be read in place. */
export function answerCard(stage: Stage, reading: Reading, messageId: string, card: AnswerCard) {
  const { t } = stage.words;
  const isOpen = reading.isCardOpen(messageId);
  return (
    <article key={messageId} class="leaf">
      <div class="hd">
        {icon(BOOK, "s")} {t(phrases.fromAnswers)}
      </div>
      <div class="own" lang={card.locale}>
        <b>{card.question}</b>
        {!isOpen && <p>{card.excerpt}</p>}
      </div>
      {isOpen && textOf(stage, reading.text(card.id, card.locale))}
      <button type="button" class="ft" aria-expanded={isOpen} onClick={() => reading.turnCard(messageId, card)}>
        {t(isOpen ? phrases.readLess : phrases.readHere)} {arrow(isOpen)}
      </button>
    </article>
  );
}
