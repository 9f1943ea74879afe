import type {
  AgentFace,
  Availability,
  ConversationHead,
  ConversationId,
  ConversationSummary,
  MessageId,
  Page,
  ProblemCode,
  Welcome,
} from "@shopbell/protocol/types";
import type { Thread } from "./thread.ts";

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
  readonly availability: Availability | null;
  readonly people: readonly AgentFace[];
  /** A visitor's own conversations as `welcome` listed them, newest first. */
  readonly conversations: readonly ConversationHead[];
  readonly threads: Readonly<Record<ConversationId, Thread>>;
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
  availability: null,
  people: [],
  conversations: [],
  threads: {},
  outbox: [],
  inbox: {},
  inboxLoaded: false,
  inboxMore: false,
};
