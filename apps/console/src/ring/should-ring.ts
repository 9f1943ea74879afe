import type { ConversationSummary } from "@shopbell/protocol/types";

/**
 * Decides whether a change in the inbox is a visitor who speaks to this agent: in a conversation of theirs, or in the queue.
 *
 * @param previous the row before the change, or undefined for a conversation that is new here
 * @param me the agent's id
 */
export function shouldRing(previous: ConversationSummary | undefined, next: ConversationSummary, me: string): boolean {
  if (next.state !== "open") return false;
  if (next.assignee !== null && next.assignee.id !== me) return false;
  return visitorSpoke(previous, next);
}

function visitorSpoke(previous: ConversationSummary | undefined, next: ConversationSummary): boolean {
  if (next.unread > (previous?.unread ?? 0)) return true;
  // Seen and written again between two changes: the count stands still, the last message does not.
  const last = next.lastMessage;
  const isNew = (last?.seq ?? 0) > (previous?.lastMessage?.seq ?? 0);
  return isNew && next.unread > 0 && last?.author.kind === "visitor";
}
