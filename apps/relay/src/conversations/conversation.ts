import type {
  AgentFace,
  ConversationHead,
  ConversationId,
  ConversationState,
  ConversationSummary,
  Message,
  Page,
  Seen,
} from "@shopbell/protocol";
import { waitingIn } from "./unread.ts";

/** One thread between a visitor and a site, as it is stored. */
export interface Conversation {
  readonly id: ConversationId;
  readonly number: number;
  readonly site: { readonly key: string; readonly name: string };
  readonly visitor: { readonly id: string; readonly name: string | null };
  readonly state: ConversationState;
  readonly assignee: AgentFace | null;
  readonly lastSeq: number;
  readonly lastAt: number;
  readonly lastMessage: Message | null;
  readonly seen: Seen;
  /** Instant of the oldest visitor message that nobody has answered; null is "their turn". Closing does not change it. */
  readonly waitingSince: number | null;
  readonly unread: number;
  readonly startedOn: Page | null;
  readonly createdAt: number;
}

/** What its visitor is told before its entries are loaded. */
export function headOf(conversation: Conversation): ConversationHead {
  const { id, number, state, lastSeq, lastMessage, seen } = conversation;
  return { id, number, state, lastSeq, lastMessage, seen };
}

/** Its row in the agents' inbox. */
export function summaryOf(conversation: Conversation): ConversationSummary {
  const { site, visitor, assignee, unread, startedOn, createdAt } = conversation;
  const waitingSince = waitingIn(conversation);
  return { ...headOf(conversation), site, visitor, assignee, waitingSince, unread, startedOn, createdAt };
}

/** Grows with everything that changes in the row: of two rows of a conversation, the greater one is newer. */
export function versionOf({ lastSeq, seen }: Pick<Conversation, "lastSeq" | "seen">): number {
  return lastSeq + seen.visitor + seen.agent;
}
