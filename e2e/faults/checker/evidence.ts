import type { ConversationId, ConversationSummary, Entry, MessageId, Seen } from "@shopbell/protocol/types";
import type { Recording } from "../people/recording.ts";

/** One row of the database. */
export interface StoredEntry {
  readonly seq: number;
  readonly kind: string;
  readonly messageId: MessageId | null;
  readonly text: string | null;
  /** By the clock of the relay that stored it. */
  readonly at: number;
}

export interface StoredConversation {
  readonly id: ConversationId;
  readonly siteKey: string;
  readonly lastSeq: number;
  /** By seq. */
  readonly entries: readonly StoredEntry[];
}

/** What the database holds after a run: the truth that everything else is held against. */
export interface Stored {
  readonly epoch: string;
  readonly conversations: readonly StoredConversation[];
}

/** One conversation as somebody sees it who comes now and knows nothing. */
export interface FreshLoad {
  readonly conversationId: ConversationId;
  readonly entries: readonly Entry[];
  readonly seen: Seen;
}

/** An agent's inbox at the end of a run. */
export interface Inbox {
  readonly name: string;
  readonly rows: Readonly<Record<ConversationId, ConversationSummary>>;
}

/** All that the checker is told about a run. */
export interface Evidence {
  readonly stored: Stored;
  readonly recordings: readonly Recording[];
  readonly freshLoads: readonly FreshLoad[];
  /** Of agents who were there all the time. */
  readonly inboxes: readonly Inbox[];
  /** Of one who has just come. */
  readonly freshInbox: Inbox["rows"];
  /** What broke: unhandled rejections, relays that ended by themselves. */
  readonly complaints: readonly string[];
}

/** I11 is about mail, which does not exist yet. */
type Invariant = "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9" | "I10" | "I12";

export interface Violation {
  readonly invariant: Invariant;
  readonly what: string;
}
