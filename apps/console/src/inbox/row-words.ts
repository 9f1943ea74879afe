import type { ConversationSummary, Message } from "@shopbell/protocol/types";
import { t } from "../i18n.ts";

type Called = Pick<ConversationSummary, "visitor" | "email" | "number">;

/** What a visitor said that they are called, else the address that they left. Null of one who is only a visitor. */
export function givenName({ visitor, email }: Pick<Called, "visitor" | "email">): string | null {
  return visitor.name ?? email;
}

/** What a visitor is called where it is plain which conversation is meant. */
export function visitorName(row: Called): string {
  return givenName(row) ?? t("inbox.visitor");
}

/** What a visitor is called among others, to be read: their name or address, else the conversation's number. */
export function visitorTitle(row: Called): string {
  return givenName(row) ?? `${t("inbox.visitor")} ${t("inbox.number", { number: row.number })}`;
}

/** The same, to be heard. */
export function visitorLabel(row: Called): string {
  return givenName(row) ?? t("inbox.visitorLabel", { number: row.number });
}

/** The last thing that was said, on one line, with its speaker unless it was the visitor. */
export function lastWords(message: Message | null, me: string): string {
  if (message === null) return "";

  const text = message.text.replace(/\s+/g, " ");
  if (message.author.kind === "rule") return t("inbox.ruleSaid", { text });
  if (message.author.kind === "visitor") return text;
  return message.author.agent.id === me
    ? t("inbox.you", { text })
    : t("inbox.agentSaid", { name: message.author.agent.name, text });
}
