import type { ConversationEvent, Entry } from "@shopbell/protocol";
import type { Conversation } from "./conversation.ts";
import { turnAfterMessage } from "./unread.ts";

/** What a conversation is after one more entry. The entry must be the next one. */
export function afterEntry(conversation: Conversation, entry: Entry): Conversation {
  const grown = { ...conversation, lastSeq: entry.seq, lastAt: entry.at, lastEntry: entry };
  if (entry.kind === "message") return { ...grown, ...turnAfterMessage(conversation, entry.author, entry.at) };
  return { ...grown, ...changedBy(entry) };
}

function changedBy(entry: ConversationEvent): Partial<Conversation> {
  switch (entry.event) {
    case "assigned":
      return { assignee: entry.by.kind === "agent" ? entry.by.agent : null };
    case "released":
      return { assignee: null };
    case "closed":
      return { state: "closed", waitingSince: null };
    case "reopened":
      return { state: "open" };
  }
}
