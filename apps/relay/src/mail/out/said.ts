import type { Message } from "@shopbell/protocol";
import type { MailTongue } from "../tongue.ts";
import type { Said } from "./content.ts";

/** A message as its visitor reads it in a mail. @param publicUrl where the answer that lies in it is read */
export function saidBy(message: Message, tongue: MailTongue, publicUrl: string): Said {
  const { t, time } = tongue;
  const files = (message.attachments ?? []).map(({ name }) => t("file", { name }));
  const text = [message.text, ...cardIn(message, publicUrl), ...files].filter(Boolean).join("\n");
  return { head: t("at", { who: whoWrote(message, tongue), time: time(message.at) }), text };
}

/** An answer that the message brings, unless its text names it. */
function cardIn({ text, card }: Message, publicUrl: string): string[] {
  if (card === undefined || text.includes(card.link)) return [];
  return [card.question, card.excerpt, publicUrl + card.link];
}

function whoWrote({ author }: Message, { t }: MailTongue): string {
  switch (author.kind) {
    case "agent":
      return author.agent.name;
    case "visitor":
      return t("you");
    case "rule":
      return t("automatic");
  }
}
