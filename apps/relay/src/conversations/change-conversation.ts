import type { ConversationId, Entry } from "@shopbell/protocol";
import { type Reached, reach } from "./access.ts";
import { afterEntry } from "./after-entry.ts";
import { type Change, decideChange } from "./assignment.ts";
import type { Conversation } from "./conversation.ts";
import type { Ledger } from "./ledger.ts";
import type { Party, VisitorParty } from "./party.ts";
import { eventAfter, type Happening } from "./send-message.ts";
import { markerAfter } from "./unread.ts";

export type Changed =
  | { kind: "changed"; entries: readonly Entry[]; conversation: Conversation }
  | { kind: "unchanged" }
  | { kind: "refused"; reason: "unauthorized" | "not-found" | "already-assigned" | "forbidden" };

/** Claims, releases, closes or reopens, in the transaction that the ledger stands for. */
export function changeConversation(
  ledger: Ledger,
  party: Party,
  id: ConversationId,
  change: Change,
  now: number,
): Changed {
  if (!ledger.stands(party, now)) return { kind: "refused", reason: "unauthorized" };
  const conversation = reach(party, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  return changeReached(ledger, conversation, party, change, now);
}

/** H7: closes what a visitor has open and ends their tokens, or does nothing where their own token has ended. */
export function forgetVisitor(ledger: Ledger, visitor: VisitorParty, now: number): Changed[] {
  if (!ledger.stands(visitor, now)) return [];
  const own = ledger.openOf(visitor.id).flatMap((found) => reach(visitor, found) ?? []);
  const closed = own.map((conversation) => changeReached(ledger, conversation, visitor, "close", now));
  ledger.endTokens(visitor.id);
  return closed;
}

function changeReached(ledger: Ledger, conversation: Reached, party: Party, change: Change, now: number): Changed {
  const verdict = decideChange(conversation, change, party);
  if (verdict.kind !== "changed") return verdict;
  return addEvent(ledger, conversation, { event: verdict.event }, party, now);
}

/** Adds an event, and stores what the conversation is then. */
export function addEvent(
  ledger: Ledger,
  conversation: Reached,
  happening: Happening,
  party: Party,
  now: number,
): Changed & { kind: "changed" } {
  return addEvents(ledger, conversation, [happening], party, now);
}

/** The same for several, one after the other. */
export function addEvents(
  ledger: Ledger,
  conversation: Reached,
  happenings: readonly Happening[],
  party: Party,
  now: number,
): Changed & { kind: "changed" } {
  const entries = happenings.map((happening, index) => eventAfter(conversation, happening, party, now, index));
  const after = entries.reduce<Conversation>(afterEntry, conversation);
  ledger.append(conversation, after, entries, party);
  return { kind: "changed", entries, conversation: after };
}

/** Moves the marker of the party's own side. Entries never change by it. */
export function seeConversation(ledger: Ledger, party: Party, id: ConversationId, seq: number, now: number): Changed {
  if (party.kind === "rule" || !ledger.stands(party, now)) return { kind: "refused", reason: "unauthorized" };
  const conversation = reach(party, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  const marker = markerAfter(conversation.seen[party.kind], seq, conversation.lastSeq);
  if (marker === conversation.seen[party.kind]) return { kind: "unchanged" };
  return { kind: "changed", entries: [], conversation: ledger.markSeen(conversation, party.kind, marker) };
}
