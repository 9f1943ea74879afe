import type { ConversationId } from "@shopbell/protocol";
import { reach } from "../conversations/access.ts";
import type { Changed } from "../conversations/change-conversation.ts";
import type { Ledger } from "../conversations/ledger.ts";
import type { VisitorParty } from "../conversations/party.ts";
import type { Opened } from "./private-link.ts";

const MINUTE = 60_000;
const PAUSE_MS = 10 * MINUTE;
/** Transcripts of one conversation that go out in a day. */
export const TRANSCRIPTS_A_DAY = 3;
export const TRANSCRIPT_DAY_MS = 24 * 60 * MINUTE;

/**
 * May whoever came have the conversation by mail? Nobody has words of their own mailed to an address that they merely typed:
 * somebody of the shop has answered, or they came by what was mailed there.
 */
export function mayHaveTranscript({ conversation, mailedTo }: Pick<Opened, "conversation" | "mailedTo">): boolean {
  const { email, firstReplyAt } = conversation;
  return email !== null && (mailedTo !== null || firstReplyAt !== null);
}

/**
 * Is another transcript to go out? Asking twice makes one.
 *
 * @param sentAt when those of the last day went out
 */
export function transcriptDue(sentAt: readonly number[], now: number): "due" | "under-way" | "enough" {
  if (sentAt.some((at) => at > now - PAUSE_MS)) return "under-way";
  return sentAt.length < TRANSCRIPTS_A_DAY ? "due" : "enough";
}

/** Has the conversation mailed to where its answers go. */
export function askTranscript(ledger: Ledger, visitor: VisitorParty, id: ConversationId, now: number): Changed {
  if (!ledger.stands(visitor, now)) return { kind: "refused", reason: "unauthorized" };
  const conversation = reach(visitor, ledger.find(id));
  if (conversation === undefined) return { kind: "refused", reason: "not-found" };
  const { number, email: address } = conversation;
  if (address !== null) {
    const payload = { conversation: number, address };
    ledger.schedule({ kind: "transcript", key: `${number} ${address}`, payload, runAt: now }, now);
  }
  return { kind: "unchanged" };
}
