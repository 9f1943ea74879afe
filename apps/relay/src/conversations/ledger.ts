import type { ConversationId, Entry, MessageId, Page } from "@shopbell/protocol";
import type { Recorded } from "./accept-message.ts";
import type { Conversation } from "./conversation.ts";
import type { Party, VisitorParty } from "./party.ts";

/** What a conversation begins with. */
export interface Beginning {
  readonly id: ConversationId;
  readonly startedOn: Page | null;
  readonly at: number;
}

/**
 * The stored conversations, seen from inside one open transaction. Everything that is decided from them and everything
 * that is written to them is one commit, so nothing is ever decided from a state that has passed.
 */
export interface Ledger {
  /** Does the party's token or sign-in still stand? */
  stands(party: Party, now: number): boolean;
  find(id: ConversationId): Conversation | undefined;
  recorded(conversation: Conversation, author: Party, messageId: MessageId): Recorded | undefined;
  begin(visitor: VisitorParty, beginning: Beginning): Conversation;
  /** Adds entries after the last one and stores what the conversation is then. */
  append(before: Conversation, after: Conversation, entries: readonly Entry[], author: Party): void;
  /** Moves a side's read marker and returns the conversation with it. */
  markSeen(conversation: Conversation, side: Party["kind"], seq: number): Conversation;
}
