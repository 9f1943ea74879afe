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
  const storable = text.replaceAll("\0", "").toWellFormed().trim();
  return { id: newMessageId(), conversationId, text: storable, writtenAt, status: "sending", ...options };
}
