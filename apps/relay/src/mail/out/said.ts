import type { Message } from "@shopbell/protocol";
import type { MailTongue } from "../tongue.ts";
import type { Said } from "./content.ts";

/** A message as its visitor reads it in a mail. */
export function saidBy(message: Message, tongue: MailTongue): Said {
  const { t, time } = tongue;
  const files = (message.attachments ?? []).map(({ name }) => t("file", { name }));
  const text = [message.text, ...files].filter(Boolean).join("\n");
  return { head: t("at", { who: whoWrote(message, tongue), time: time(message.at) }), text };
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
