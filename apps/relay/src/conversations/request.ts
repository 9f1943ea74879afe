import type { ConversationId } from "@shopbell/protocol";
import { reach } from "./access.ts";
import { addEvent, addEvents, type Changed } from "./change-conversation.ts";
import type { Conversation } from "./conversation.ts";
import type { Ledger } from "./ledger.ts";
import { RULE, type VisitorParty } from "./party.ts";
import { type Happening, replyMail } from "./send-message.ts";

/** Where a visitor wants the answer, checked: an address in lower case, a number in E.164. */
export interface Whereto {
  readonly email?: string;
  readonly phone?: string;
  readonly callAt?: number;
}

/**
 * Notes where the answer shall go, and has it acknowledged there. Saying the same again changes nothing. What agents have
 * written already goes out as well, unless the visitor sees it here first.
 *
 * @param options.acknowledged false: nothing goes out there before a person has answered
 */
export function openRequest(
  ledger: Ledger,
  visitor: VisitorParty,
  id: ConversationId,
  whereto: Whereto,
  now: number,
  { acknowledged = true }: { readonly acknowledged?: boolean } = {},
): Changed {
  if (!ledger.stands(visitor, now)) return { kind: "refused", reason: "unauthorized" };
  const conversation = reach(visitor, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  const changes = changesOf(conversation, whereto);
  if (changes === undefined) return { kind: "unchanged" };
  const changed = addEvents(ledger, conversation, happeningsOf(conversation, changes), visitor, now);
  if (changes.address !== undefined) {
    if (acknowledged) scheduleAcknowledgement(ledger, changed.conversation, changes.address, now);
    if (changed.conversation.firstReplyAt !== null) ledger.schedule(replyMail(changed.conversation, now), now);
  }
  return changed;
}

/** Whoever wants to be called waits for it, also where everything was said before. */
function happeningsOf({ state }: Conversation, changes: Omit<Happening, "event">): Happening[] {
  const requested: Happening = { event: "requested", ...changes };
  return state !== "open" && changes.phone !== undefined ? [{ event: "reopened" }, requested] : [requested];
}

/** What is new about where the answer goes. */
function changesOf(
  before: Conversation,
  { email, phone, callAt }: Whereto,
): Pick<Happening, "address" | "phone" | "callAt"> | undefined {
  const address = email === before.email ? undefined : email;
  const calls = phone !== undefined && (phone !== before.phone || (callAt ?? null) !== before.callAt);
  if (address === undefined && !calls) return undefined;
  return {
    ...(address !== undefined && { address }),
    ...(calls && { phone, ...(callAt !== undefined && { callAt }) }),
  };
}

function scheduleAcknowledgement(ledger: Ledger, { number }: Conversation, address: string, now: number): void {
  const payload = { conversation: number, address };
  ledger.schedule({ kind: "acknowledgement", key: `${number} ${address}`, payload, runAt: now }, now);
}

/** Notes that what agents wrote up to a seq went out to an address. Once is enough: a mail that is sent again says nothing new. */
export function noteMailed(ledger: Ledger, id: ConversationId, address: string, upTo: number, now: number): Changed {
  const conversation = reach(RULE, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  if (conversation.mailedSeq >= upTo) return { kind: "unchanged" };
  return addEvent(ledger, conversation, { event: "mailed", address, upTo }, RULE, now);
}

/** Notes that mail came back from an address, which then gets no more of it. */
export function noteBounced(ledger: Ledger, id: ConversationId, address: string, now: number): Changed {
  const conversation = reach(RULE, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  if (conversation.email !== address) return { kind: "unchanged" };
  return addEvent(ledger, conversation, { event: "bounced", address }, RULE, now);
}
