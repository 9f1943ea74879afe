import type {
  AnswerCard,
  Attachment,
  Channel,
  ConversationEvent,
  Entry,
  Message,
  MessageSend,
} from "@shopbell/protocol";
import { REPLY_MAIL_PAUSE_MS } from "../limits.ts";
import { acceptMessage } from "./accept-message.ts";
import { type Reached, reach } from "./access.ts";
import { afterEntry } from "./after-entry.ts";
import { eventsBefore } from "./assignment.ts";
import type { Conversation } from "./conversation.ts";
import type { Job, Ledger } from "./ledger.ts";
import { authorOf, type Party } from "./party.ts";
import { waitingIn } from "./unread.ts";

export interface Sending extends Omit<MessageSend, "type"> {
  /** Absent: by chat. */
  readonly channel?: Exclude<Channel, "chat">;
  readonly attachments?: readonly Attachment[];
  /** Null: it was to bring a card that there is not, and is accepted only where it is recorded already (S3). */
  readonly card?: AnswerCard | null;
}

export type Sent =
  | { kind: "accepted"; seq: number; at: number; began: boolean; entries: readonly Entry[]; conversation: Conversation }
  | { kind: "refused"; reason: "unauthorized" | "not-found" | "conflict" | "too-fast" };

const NOT_FOUND: Sent = { kind: "refused", reason: "not-found" };

/**
 * What holds at the counter of a shop: by when whoever begins over that channel is told that a person answers, and whether
 * nobody hears it ring.
 */
export type AtTheCounter = (
  siteKey: string,
  channel: Channel,
  now: number,
) => { promisedAt: number | null; rings: boolean };

/** What the sending rules need beside the message. */
export interface SendContext {
  readonly now: number;
  /** False refuses what would begin a conversation as too fast. */
  readonly mayBegin: boolean;
  /** Asked only where a visitor begins a conversation or a wait: most messages do neither. */
  readonly atTheCounter?: AtTheCounter;
}

/**
 * Stores a message in the transaction that the ledger stands for, with the events that it brings about.
 * A duplicate is accepted again with no new entries.
 */
export function sendMessage(ledger: Ledger, party: Party, sending: Sending, context: SendContext): Sent {
  if (!ledger.stands(party, context.now)) return { kind: "refused", reason: "unauthorized" };
  const found = ledger.find(sending.conversationId);
  if (found === undefined) return beginWith(ledger, party, sending, context);
  const conversation = reach(party, found);
  return conversation === undefined ? NOT_FOUND : addTo(ledger, conversation, party, sending, context);
}

/** S7: a visitor's end mints the id, so that a first message that is sent again begins no second conversation. */
function beginWith(ledger: Ledger, party: Party, sending: Sending, context: SendContext): Sent {
  if (party.kind !== "visitor" || sending.start !== true) return NOT_FOUND;
  if (!context.mayBegin) return { kind: "refused", reason: "too-fast" };
  const { conversationId: id, page: startedOn = null, channel = "chat" } = sending;
  const { now: at, atTheCounter } = context;
  const promisedAt = atTheCounter?.(party.siteKey, channel, at).promisedAt ?? null;
  const conversation = reach(party, ledger.begin(party, { id, startedOn, at, channel, promisedAt }));
  if (conversation === undefined) return NOT_FOUND;
  const sent = addTo(ledger, conversation, party, sending, context);
  return sent.kind === "accepted" ? { ...sent, began: true } : sent;
}

function addTo(ledger: Ledger, conversation: Reached, party: Party, sending: Sending, context: SendContext): Sent {
  const { now } = context;
  const verdict = acceptMessage(ledger.recorded(conversation, party, sending.id), sending);
  switch (verdict.kind) {
    case "refused":
      return verdict;
    case "duplicate":
      return { kind: "accepted", seq: verdict.seq, at: verdict.at, began: false, entries: [], conversation };
    case "accepted": {
      if (sending.card === null) return NOT_FOUND;
      const entries = entriesFor(conversation, party, sending, now);
      const after = entries.reduce<Conversation>(afterEntry, conversation);
      ledger.append(conversation, after, entries, party);
      if (ringsForNobody(conversation, after, context)) ledger.schedule(alertAbout(after, now), now);
      if (party.kind === "agent" && after.email !== null) ledger.schedule(replyMail(after, now), now);
      return { kind: "accepted", seq: after.lastSeq, at: after.lastAt, began: false, entries, conversation: after };
    }
  }
}

/** Goes out after a while, with all that was written until then, if the visitor has not seen it here. */
export function replyMail({ number }: Conversation, now: number): Job {
  return { kind: "reply", key: String(number), payload: { conversation: number }, runAt: now + REPLY_MAIL_PAUSE_MS };
}

/** Does a visitor begin to wait at a chat, where nobody is there to hear it? */
function ringsForNobody(before: Conversation, after: Conversation, { now, atTheCounter }: SendContext): boolean {
  const beginsToWait = waitingIn(before) === null && waitingIn(after) !== null;
  if (!beginsToWait || before.channel !== "chat") return false;
  return atTheCounter?.(before.site.key, "chat", now).rings ?? false;
}

/** Tells agents by mail that a visitor finds nobody. */
export function alertAbout({ number }: Pick<Conversation, "number">, now: number): Job {
  return { kind: "alert", key: String(number), payload: { conversation: number }, runAt: now };
}

function entriesFor(conversation: Conversation, party: Party, sending: Sending, now: number): Entry[] {
  const entries: Entry[] = eventsBefore(conversation, party).map((event, index) =>
    eventAfter(conversation, { event }, party, now, index),
  );
  const { id, text, channel, attachments = [], card } = sending;
  const message: Message = {
    kind: "message",
    seq: conversation.lastSeq + entries.length + 1,
    id,
    author: authorOf(party),
    text,
    at: instantAfter(conversation, now),
  };
  if (channel) message.channel = channel;
  if (attachments.length > 0) message.attachments = [...attachments];
  if (card) message.card = card;
  return [...entries, message];
}

/** What happened, beside when and by whom. */
export type Happening = Omit<ConversationEvent, "kind" | "seq" | "at" | "by">;

/** The event that follows a conversation's last entry, or the entry `index` places after that. */
export function eventAfter(
  conversation: Conversation,
  happening: Happening,
  by: Party,
  now: number,
  index = 0,
): ConversationEvent {
  const seq = conversation.lastSeq + index + 1;
  return { kind: "event", seq, at: instantAfter(conversation, now), ...happening, by: authorOf(by) };
}

/** Q2: the clock of a machine may step back, a conversation's may not. */
function instantAfter(conversation: Conversation, now: number): number {
  return Math.max(now, conversation.lastAt);
}
