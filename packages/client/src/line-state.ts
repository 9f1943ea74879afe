import type {
  AgentMessageSend,
  ConversationHead,
  ConversationId,
  ConversationSummary,
  MessageId,
  Page,
  ProblemCode,
  RequestCard,
  RequestOpen,
  SiteState,
  TeamMember,
  Welcome,
} from "@shopbell/protocol/types";
import type { Thread } from "./thread.ts";

/** A published answer, in one of its languages. */
export type AnswerRef = NonNullable<AgentMessageSend["answer"]>;

/** A text that the relay has not accepted yet. `writtenAt` is this device's clock and orders the outbox, nothing else. */
export interface Draft {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly writtenAt: number;
  /** failed: not sent, and somebody must decide: try again or delete. */
  readonly status: "sending" | "failed";
  /** Why the relay refused it; absent where it only took too long. */
  readonly reason?: ProblemCode;
  readonly start?: boolean;
  readonly page?: Page;
  /** Agents: an answer of the shop's that goes along. The relay makes a card of it, which comes with its echo. */
  readonly answer?: AnswerRef;
}

/** Where a visitor wants the answer: an address, a number to be called at, or both. */
export type Whereto = Pick<RequestOpen, "email" | "phone" | "callAt">;

/** What a visitor left and the relay has not taken: it is under way, or something is wrong with it. */
export interface Requesting extends Whereto {
  readonly problem: ProblemCode | null;
}

/**
 * idle: not wanted · connecting: first attempt · live: welcomed · waiting: lost, trying again by itself ·
 * refused: it will not get better by itself, see `refusal`.
 */
export type LineStatus = "idle" | "connecting" | "live" | "waiting" | "refused";

/** Everything that a screen shows of the line. Replaced, never changed in place. */
export interface LineState {
  readonly status: LineStatus;
  readonly refusal: "unauthorized" | "unsupported" | null;
  readonly epoch: string | null;
  readonly you: Welcome["you"] | null;
  /** Visitors: what their shop says of itself. */
  readonly site: SiteState | null;
  /** Agents: who is there, oneself included. */
  readonly team: readonly TeamMember[];
  /** How far the relay's clock is ahead of this device's, as of the last welcome; 0 before the first one. */
  readonly relayAheadMs: number;
  /** A visitor's own conversations as `welcome` listed them, newest first; before them those that began since. */
  readonly conversations: readonly ConversationHead[];
  readonly threads: Readonly<Record<ConversationId, Thread>>;
  /** Visitors: the tickets of their conversations. */
  readonly requests: Readonly<Record<ConversationId, RequestCard>>;
  /** Visitors: what is to become of them, until the relay has taken it. */
  readonly requesting: Readonly<Record<ConversationId, Requesting>>;
  /** Oldest first. */
  readonly outbox: readonly Draft[];
  /** Agents: every conversation heard of, by id. */
  readonly inbox: Readonly<Record<ConversationId, ConversationSummary>>;
  /** Agents: the relay has sent the inbox. */
  readonly inboxLoaded: boolean;
  /** Agents: there are more open conversations than the relay sends; these are the ones that wait longest. */
  readonly inboxMore: boolean;
}

export const EMPTY_LINE: LineState = {
  status: "idle",
  refusal: null,
  epoch: null,
  you: null,
  site: null,
  team: [],
  relayAheadMs: 0,
  conversations: [],
  threads: {},
  requests: {},
  requesting: {},
  outbox: [],
  inbox: {},
  inboxLoaded: false,
  inboxMore: false,
};
