import type { ConversationSummary, Entry } from "@shopbell/protocol/types";
import { eventWords } from "../board/event-words.ts";
import { t } from "../i18n.ts";

type Called = Pick<ConversationSummary, "visitor" | "number">;

/** What a visitor is called where it is plain which conversation is meant. */
export function visitorName(row: Called): string {
  return row.visitor.name ?? t("inbox.visitor");
}

/** What a visitor is called among others, to be read: their name, or the conversation's number. */
export function visitorTitle(row: Called): string {
  return row.visitor.name ?? `${t("inbox.visitor")} ${t("inbox.number", { number: row.number })}`;
}

/** The same, to be heard. */
export function visitorLabel(row: Called): string {
  return row.visitor.name ?? t("inbox.visitorLabel", { number: row.number });
}

/**
 * The last message of a conversation, as far as it is known here: the row's last entry, or what was said before that event.
 * The event itself where the thread is not here, or was left before the event happened.
 */
export function lastSaid(last: Entry | null, entries: readonly Entry[]): Entry | null {
  if (last?.kind !== "event") return last;
  const known = entries.at(-1)?.seq ?? 0;
  return (known >= last.seq - 1 && entries.findLast((entry) => entry.kind === "message")) || last;
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
