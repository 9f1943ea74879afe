import type { Channel, ConversationId, Entry, MessageId, Page } from "@shopbell/protocol";
import type { Recorded } from "./accept-message.ts";
import type { Conversation } from "./conversation.ts";
import type { Party, Side, TokenHolder, VisitorParty } from "./party.ts";

/** What a conversation begins with. */
export interface Beginning {
  readonly id: ConversationId;
  readonly startedOn: Page | null;
  readonly at: number;
  readonly channel: Channel;
  /** By when the visitor was told that a person answers. */
  readonly promisedAt: number | null;
}

/** Something to be done at a later time, by whichever relay. Of a kind there is one for each key. */
export interface Job {
  readonly kind: JobKind;
  readonly key: string;
  readonly payload: Readonly<Record<string, string | number | null>>;
  readonly runAt: number;
}

export type JobKind = "acknowledgement" | "reply" | "transcript" | "alert" | "test" | "confirmation" | "wake";

/**
 * The stored conversations, seen from inside one open transaction. Everything that is decided from them and everything
 * that is written to them is one commit, so nothing is ever decided from a state that has passed.
 *
 * It answers at once: a database that cannot is asked beforehand for everything that a group of works `Needs`.
 */
export interface Ledger {
  /** Does the party's token or sign-in still stand? */
  stands(party: Party, now: number): boolean;
  find(id: ConversationId): Conversation | undefined;
  /** All conversations of a visitor that are not closed. */
  openOf(visitorId: string): readonly Conversation[];
  recorded(conversation: Conversation, author: Party, messageId: MessageId): Recorded | undefined;
  begin(visitor: VisitorParty, beginning: Beginning): Conversation;
  /** Adds entries after the last one and stores what the conversation is then. */
  append(before: Conversation, after: Conversation, entries: readonly Entry[], author: Party): void;
  /** Moves a side's read marker and returns the conversation with it. */
  markSeen(conversation: Conversation, side: Side, seq: number): Conversation;
  addVisitor(visitor: TokenHolder, locale: string | null, now: number): void;
  /** Keeps a token alive that was just used. */
  touchToken(visitor: TokenHolder, now: number): void;
  /** From now on no token stands for this visitor. */
  endTokens(visitorId: string): void;
  /** Asks for a job; one that waits already stays as it is, and one that is under way is done again. */
  schedule(job: Job, now: number): void;
}

/** What a work will ask the ledger about. Asking about anything else is a fault. */
export interface Needs {
  /** Whose standing is asked, and whose message is looked for. */
  readonly party?: Party;
  readonly conversationId?: ConversationId;
  readonly messageId?: MessageId;
  /** A visitor all of whose open conversations are asked for. */
  readonly openOf?: string;
  /** The conversation may begin now. */
  readonly begins?: boolean;
  /** The agents' read marker may move. */
  readonly marks?: boolean;
}

/**
 * Something to store. `run` is called inside a transaction, perhaps twice; `settle` once, after the commit or its
 * failure.
 */
export interface Work {
  readonly needs: Needs;
  run(ledger: Ledger): void;
  settle(stored: boolean): void;
}
