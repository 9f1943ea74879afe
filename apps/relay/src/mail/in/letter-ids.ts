import { createHash } from "node:crypto";
import type { ConversationId, MessageId } from "@shopbell/protocol";
import type { Letter } from "./letter.ts";

/**
 * Names of all that comes of a letter. They follow from the letter, so that one that is delivered again changes nothing.
 *
 * Not from its Message-ID alone: who knows another's could write it into a letter of their own, and would be let into what
 * the other one began; and two letters that happen to share one would be taken for the same.
 */
export interface LetterIds {
  readonly conversation: ConversationId;
  readonly visitor: string;
  message(part: number): MessageId;
  file(index: number): string;
}

export function idsOf({ messageId, from, subject, text }: Letter): LetterIds {
  const letter = digest(JSON.stringify([messageId, from?.address, subject, text]));
  const id = (what: string) => digest(`${what} of ${letter}`).slice(0, 32);
  return {
    conversation: id("conversation") as ConversationId,
    visitor: id("visitor"),
    message: (part) => id(`message ${part}`) as MessageId,
    file: (index) => id(`file ${index}`),
  };
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
