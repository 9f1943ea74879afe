import type { ConversationEvent, Entry, Message } from "@shopbell/protocol";
import type { Conversation } from "./conversation.ts";
import { turnAfterMessage, waitAfterReopening } from "./unread.ts";

/** What a conversation is after one more entry. The entry must be the next one. */
export function afterEntry(conversation: Conversation, entry: Entry): Conversation {
  const changes =
    entry.kind === "message"
      ? {
          lastMessage: entry,
          ...turnAfterMessage(conversation, entry.author, entry.at),
          ...replied(conversation, entry),
        }
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
      return { state: "closed", snoozedUntil: null };
    case "reopened":
      return { state: "open", snoozedUntil: null, waitingSince: waitAfterReopening(before, entry.by) };
    case "requested":
      return {
        requestedAt: before.requestedAt ?? entry.at,
        email: entry.address ?? before.email,
        ...(entry.phone && {
          phone: entry.phone,
          callAt: entry.callAt ?? null,
          waitingSince: before.waitingSince ?? entry.at,
        }),
      };
    case "snoozed":
      return { state: "snoozed", snoozedUntil: entry.until ?? null };
    case "woken":
      return { state: "open", snoozedUntil: null };
    case "mailed":
      return { mailedSeq: Math.max(before.mailedSeq, entry.upTo ?? 0) };
    case "bounced":
      // Nothing more goes there, and what did has not been read. What came back from an address that was replaced since says nothing about the new one.
      return before.email === entry.address ? { email: null, mailedSeq: 0 } : {};
  }
}

function replied({ firstReplyAt }: Conversation, { author, at }: Message): Partial<Conversation> {
  return author.kind === "agent" && firstReplyAt === null ? { firstReplyAt: at } : {};
}
