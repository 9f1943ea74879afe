import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import type { ConversationId } from "@shopbell/protocol/types";
import { useState } from "react";
import { useDesk } from "../line/desk.tsx";
import type { AnswerChoice } from "./answers/answer-choices.ts";

/** What is being written: the text from the device when a pane appears, to the device with every letter; and an answer that goes along. */
export function useComposed(id: ConversationId) {
  const { unfinished, line } = useDesk();
  const [text, setText] = useState(() => unfinished.read(id));
  const [card, setCard] = useState<AnswerChoice | null>(null);
  const said = text.trim() === "" && card !== null ? standIn(card) : text;
  const excess = said.length - MAX_TEXT_LENGTH;

  const write = (next: string) => {
    setText(next);
    unfinished.write(id, next);
    line.typing(id, next.trim() !== "");
  };
  const send = () => {
    line.send(id, said, card ? { answer: { id: card.id, locale: card.locale } } : {});
    setCard(null);
    write("");
  };
  return { text, card, excess, sendable: said.trim() !== "" && excess <= 0, write, setCard, send };
}

/** What is said for an answer where its card is not seen: by mail, and at ends that know no cards. */
function standIn({ question, link }: AnswerChoice): string {
  return `${question}\n${new URL(link, location.origin).href}`;
}
