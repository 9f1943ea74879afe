import type { ConversationId, Entry, MessageId, ProblemCode, Seen } from "@shopbell/protocol/types";

// What one participant did and saw, for the checker. Times are milliseconds by the monotonic clock of the run.

/** Something that somebody wrote. */
export interface Sent {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly text: string;
  readonly at: number;
}

/**
 * What became of it, as the sender was told: an acknowledgement, its own echo among the entries, a refusal for good, or
 * "not sent", after which it may still be accepted.
 */
export interface Answer {
  readonly id: MessageId;
  readonly kind: "accepted" | "echoed" | "refused" | "failed";
  /** Where it was accepted. */
  readonly seq?: number;
  readonly at: number;
}

/** One conversation as it was on the screen, after a change. */
export interface View {
  readonly at: number;
  /** Which page of this person: a reload begins with nothing. */
  readonly page: number;
  readonly conversationId: ConversationId;
  readonly epoch: string | null;
  readonly entries: readonly Entry[];
  /** Own drafts that are shown below the entries. */
  readonly drafts: readonly MessageId[];
  readonly seen: Seen;
}

/** A text that arrived at this end, whether or not it was ever shown. */
interface Heard {
  readonly conversationId: ConversationId;
  readonly text: string;
}

/** A time without a connection. */
interface Absence {
  readonly from: number;
  readonly until: number;
}

export interface Recording {
  /** Unique in the run. */
  readonly name: string;
  readonly side: "visitor" | "agent";
  readonly siteKey: string | null;
  readonly sent: Sent[];
  readonly answers: Answer[];
  readonly views: View[];
  readonly heard: Heard[];
  /** Refusals after which the same message may be sent again. */
  readonly putOff: ProblemCode[];
  readonly absences: Absence[];
  /** Whether the line is live just now. */
  live: boolean;
}
