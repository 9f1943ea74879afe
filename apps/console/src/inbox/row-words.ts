import type { ConversationSummary, Entry } from "@shopbell/protocol/types";
import { eventWords } from "../board/event-words.ts";
import { t } from "../i18n.ts";

/** What a visitor is called: their name, or the number of the conversation. */
export function visitorName(row: Pick<ConversationSummary, "visitor" | "number">): string {
  return row.visitor.name ?? t("inbox.visitor", { number: row.number });
}

/** The last thing that was said or happened, on one line, with its speaker unless it was the visitor. */
export function lastWords(entry: Entry | null, me: string): string {
  if (entry === null) return "";
  if (entry.kind === "event") return eventWords(entry, me);

  const text = entry.text.replace(/\s+/g, " ");
  if (entry.author.kind === "rule") return t("inbox.ruleSaid", { text });
  if (entry.author.kind === "visitor") return text;
  return entry.author.agent.id === me
    ? t("inbox.you", { text })
    : t("inbox.agentSaid", { name: entry.author.agent.name, text });
}
