import type { ConversationEvent, Entry } from "@shopbell/protocol";
import type { Conversation } from "./conversation.ts";
import { turnAfterMessage, waitAfterReopening } from "./unread.ts";

/** What a conversation is after one more entry. The entry must be the next one. */
export function afterEntry(conversation: Conversation, entry: Entry): Conversation {
  const changes =
    entry.kind === "message"
      ? { lastMessage: entry, ...turnAfterMessage(conversation, entry.author, entry.at) }
      : changedBy(entry, conversation);
  return { ...conversation, lastSeq: entry.seq, lastAt: entry.at, ...changes };
}

function changedBy(entry: ConversationEvent, before: Conversation): Partial<Conversation> {
  switch (entry.event) {
    case "assigned":
      return { assignee: entry.by.kind === "agent" ? entry.by.agent : null };
    case "released":
      return { assignee: null };
    case "closed":
      return { state: "closed" };
    case "reopened":
      return { state: "open", waitingSince: waitAfterReopening(before.waitingSince, entry.by) };
  }
}
