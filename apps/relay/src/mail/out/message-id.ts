import { createHash } from "node:crypto";
import type { Conversation } from "../../conversations/conversation.ts";
import { domainOf } from "../address.ts";

type Named = Pick<Conversation, "id" | "number">;

const MARK_LENGTH = 26;

/**
 * The Message-ID of a mail about a conversation: the same for every attempt, and for nothing else. Its mark follows from
 * the conversation's id, which is no authority, so that nobody makes one up for a mail that never went out.
 *
 * @param seq up to which it tells of the conversation
 * @param to whom it goes; the thread itself goes to nobody
 */
export function messageIdOf({ id, number }: Named, kind: string, seq: number, ownAddress: string, to = ""): string {
  const mark = createHash("sha256").update(`${id} ${kind} ${seq} ${to}`).digest("hex").slice(0, MARK_LENGTH);
  return `<${number}.${seq}.${kind}.${mark}@${domainOf(ownAddress)}>`;
}

/** What all mails about a conversation refer to, so that mail programs show them as one thread. */
export function threadIdOf(conversation: Named, ownAddress: string): string {
  return messageIdOf(conversation, "thread", 0, ownAddress);
}
