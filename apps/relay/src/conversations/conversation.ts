import type {
  AgentFace,
  Channel,
  ConversationHead,
  ConversationId,
  ConversationState,
  ConversationSummary,
  Message,
  Page,
  RequestCard,
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
  /** How it began. */
  readonly channel: Channel;
  /** Where the visitor reads answers beside here. */
  readonly email: string | null;
  /** The number that they want to be called back at, in E.164, and from when on. */
  readonly phone: string | null;
  readonly callAt: number | null;
  /** When the visitor first said where the answer goes. That mail came back from there does not change it. */
  readonly requestedAt: number | null;
  /** By when the visitor was told that a person answers. */
  readonly promisedAt: number | null;
  readonly firstReplyAt: number | null;
  readonly snoozedUntil: number | null;
  /** Up to where agents' messages went out by mail. */
  readonly mailedSeq: number;
}

/** Makes the path of the page that shows a conversation to whoever has it. */
export type LinkTo = (conversation: Pick<Conversation, "id" | "number">) => string;

/** What its visitor is told before its entries are loaded. */
export function headOf(conversation: Conversation, linkTo: LinkTo): ConversationHead {
  return { ...common(conversation), request: requestOf(conversation, linkTo) };
}

function common({ id, number, state, lastSeq, lastMessage, seen }: Conversation) {
  return { id, number, state, lastSeq, lastMessage, seen };
}

/** The visitor's ticket; null for a chat that nobody promised to answer later. */
export function requestOf(conversation: Conversation, linkTo: LinkTo): RequestCard | null {
  const { number, channel, email, phone, callAt, requestedAt, promisedAt, firstReplyAt } = conversation;
  if (requestedAt === null && channel === "chat") return null;
  // The first answer alone was promised.
  const answersBy = firstReplyAt === null ? promisedAt : null;
  return { number, email, phone, callAt, answersBy, link: linkTo(conversation) };
}

/** Its row in the agents' inbox. */
export function summaryOf(conversation: Conversation): ConversationSummary {
  const { channel, site, visitor, email, phone, callAt, promisedAt, snoozedUntil } = conversation;
  const { assignee, unread, startedOn, createdAt } = conversation;
  return {
    ...common(conversation),
    ...{ channel, site, visitor, email, phone, callAt, promisedAt, snoozedUntil },
    ...{ assignee, waitingSince: waitingIn(conversation), unread, startedOn, createdAt },
  };
}

/** Grows with everything that changes in the row: of two rows of a conversation, the greater one is newer. */
export function versionOf({ lastSeq, seen }: Pick<Conversation, "lastSeq" | "seen">): number {
  return lastSeq + seen.visitor + seen.agent;
}
