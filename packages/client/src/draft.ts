import type { ConversationId } from "@shopbell/protocol/types";
import { newConversationId, newMessageId } from "./ids.ts";
import type { SendOptions } from "./line.ts";
import type { Draft } from "./line-state.ts";

/**
 * What somebody just wrote, as the outbox keeps it. Characters that no relay can store are taken out.
 *
 * @param writtenAt epoch milliseconds of this device
 */
export function newDraft(
  conversationId: ConversationId,
  text: string,
  writtenAt: number,
  options: SendOptions = {},
): Draft {
  const { page, ...rest } = options;
  return {
    id: newMessageId(),
    conversationId,
    text: storable(text).trim(),
    writtenAt,
    status: "sending",
    ...rest,
    ...(page && { page: { url: storable(page.url), title: storable(page.title) } }),
  };
}

/** The same drafts for another visitor: the ids of their conversations belong to the one that we were. */
export function begunAnew(drafts: readonly Draft[]): Draft[] {
  const ids = new Map<ConversationId, ConversationId>();
  return drafts.map((draft) => {
    const conversationId = ids.get(draft.conversationId) ?? newConversationId();
    ids.set(draft.conversationId, conversationId);
    return { ...draft, conversationId, start: true };
  });
}

function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
