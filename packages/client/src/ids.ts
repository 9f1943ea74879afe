import type { ConversationId, MessageId } from "@shopbell/protocol/types";

// crypto.randomUUID exists in secure contexts only; a shop on plain http still has getRandomValues.
function randomHex(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A new conversation's id: 128 random bits. */
export function newConversationId(): ConversationId {
  return randomHex() as ConversationId;
}

/** A new message's id: 128 random bits. */
export function newMessageId(): MessageId {
  return randomHex() as MessageId;
}
