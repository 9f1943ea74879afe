import type { AgentAvailability, ConversationId, MessageId, Page, RelayFrame } from "@shopbell/protocol/types";
import type { AnswerRef, LineState, Whereto } from "./line-state.ts";

/** How to say something: `start` begins the conversation where the relay does not know it yet. */
export interface SendOptions {
  start?: boolean;
  page?: Page;
  /** The message's id, where the caller has minted it already. */
  id?: MessageId;
  /** Agents: a published answer to send along as a card. */
  answer?: AnswerRef;
}

/**
 * One logical connection of a visitor or an agent: sockets come and go below it, what was written stays.
 * Every method may be called at any time, connected or not.
 */
export interface Line {
  /** The newest state. A new object after every change, so that it can be compared by identity. */
  readonly state: LineState;
  /** True where this tab holds the socket: the one tab that rings. Always true for agents. */
  readonly leads: boolean;
  /** Calls back after every change of state. Returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** Calls back with each frame that the relay sent, after it has been applied. Returns how to stop. */
  onFrame(listener: (frame: RelayFrame) => void): () => void;
  /** Connects and stays connected. */
  start(): void;
  /** Closes the socket and stops trying; state and outbox stay. */
  stop(): void;
  /** Makes sure that the relay is still there, at once: after sleep, or when the network came back. */
  probe(): void;
  /** Puts a text into the outbox and sends it as soon as it can. The text is trimmed, and must not be empty. */
  send(conversationId: ConversationId, text: string, options?: SendOptions): MessageId;
  /** Sends a failed draft again, with the same id. */
  retry(id: MessageId): void;
  /** Takes a failed draft out of the outbox. */
  discard(id: MessageId): void;
  /** Tells the other side that somebody writes here, at most every 3 s; `false` takes it back. */
  typing(conversationId: ConversationId, typing: boolean): void;
  /** Marks everything up to `seq` as seen by this side. Does nothing when it already is. */
  see(conversationId: ConversationId, seq: number): void;
  /** Watches a conversation: loads its newest page, or what was missed. */
  open(conversationId: ConversationId): void;
  /** Stops watching and forgets the thread. */
  leave(conversationId: ConversationId): void;
  /** Loads the page before the oldest loaded entry. */
  older(conversationId: ConversationId): void;
  /**
   * Visitors: leaves where the answer shall go. It is kept and said again after every loss of the link, until the relay has
   * taken it (`requests`) or found something wrong with it (`requesting`).
   */
  request(conversationId: ConversationId, whereto: Whereto): void;
  /** Agents: takes chats from now on, or steps away; `idle` where their silence says so. `team` shows what became of it. */
  setAvailability(availability: AgentAvailability, idle?: boolean): void;
  /** Visitors: ends their conversations for the shop too where the relay can be told, and leaves nothing on this device. */
  forget(): void;
}
