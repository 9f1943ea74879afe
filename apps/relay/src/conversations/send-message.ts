import type { ConversationEvent, Entry, MessageSend } from "@shopbell/protocol";
import { acceptMessage } from "./accept-message.ts";
import { type Reached, reach } from "./access.ts";
import { afterEntry } from "./after-entry.ts";
import { eventsBefore } from "./assignment.ts";
import type { Conversation } from "./conversation.ts";
import type { Ledger } from "./ledger.ts";
import { authorOf, type Party } from "./party.ts";

export type Sending = Omit<MessageSend, "type">;

export type Sent =
  | { kind: "accepted"; seq: number; at: number; began: boolean; entries: readonly Entry[]; conversation: Conversation }
  | { kind: "refused"; reason: "unauthorized" | "not-found" | "conflict" | "too-fast" };

const NOT_FOUND: Sent = { kind: "refused", reason: "not-found" };

/** What the sending rules need beside the message. */
export interface SendContext {
  readonly now: number;
  /** False refuses what would begin a conversation as too fast. */
  readonly mayBegin: boolean;
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
  return conversation === undefined ? NOT_FOUND : addTo(ledger, conversation, party, sending, context.now);
}

/** S7: a visitor's end mints the id, so that a first message that is sent again begins no second conversation. */
function beginWith(ledger: Ledger, party: Party, sending: Sending, context: SendContext): Sent {
  if (party.kind !== "visitor" || sending.start !== true) return NOT_FOUND;
  if (!context.mayBegin) return { kind: "refused", reason: "too-fast" };
  const beginning = { id: sending.conversationId, startedOn: sending.page ?? null, at: context.now };
  const conversation = reach(party, ledger.begin(party, beginning));
  if (conversation === undefined) return NOT_FOUND;
  const sent = addTo(ledger, conversation, party, sending, context.now);
  return sent.kind === "accepted" ? { ...sent, began: true } : sent;
}

function addTo(ledger: Ledger, conversation: Reached, party: Party, sending: Sending, now: number): Sent {
  const verdict = acceptMessage(ledger.recorded(conversation, party, sending.id), sending);
  switch (verdict.kind) {
    case "refused":
      return verdict;
    case "duplicate":
      return { kind: "accepted", seq: verdict.seq, at: verdict.at, began: false, entries: [], conversation };
    case "accepted": {
      const entries = entriesFor(conversation, party, sending, now);
      const after = entries.reduce<Conversation>(afterEntry, conversation);
      ledger.append(conversation, after, entries, party);
      return { kind: "accepted", seq: after.lastSeq, at: after.lastAt, began: false, entries, conversation: after };
    }
  }
}

function entriesFor(conversation: Conversation, party: Party, { id, text }: Sending, now: number): Entry[] {
  const entries: Entry[] = eventsBefore(conversation, party).map((event, index) =>
    eventAfter(conversation, event, party, now, index),
  );
  const seq = conversation.lastSeq + entries.length + 1;
  entries.push({ kind: "message", seq, id, author: authorOf(party), text, at: instantAfter(conversation, now) });
  return entries;
}

/** The event that follows a conversation's last entry, or the entry `index` places after that. */
export function eventAfter(
  conversation: Conversation,
  event: ConversationEvent["event"],
  by: Party,
  now: number,
  index = 0,
): ConversationEvent {
  const seq = conversation.lastSeq + index + 1;
  return { kind: "event", seq, at: instantAfter(conversation, now), event, by: authorOf(by) };
}

/** Q2: the clock of a machine may step back, a conversation's may not. */
function instantAfter(conversation: Conversation, now: number): number {
  return Math.max(now, conversation.lastAt);
}
