import type { ConversationId } from "@shopbell/protocol/types";
import { newMessageId } from "./ids.ts";
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

function storable(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
