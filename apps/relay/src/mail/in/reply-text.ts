import { createContext, runInContext } from "node:vm";
import EmailReplyParser from "email-reply-parser";

/** Its patterns look back and forth, and take minutes for texts that are made for it. */
const MAX_PARSING_MS = 200;
/** Nobody types more than this: it is no reply. */
const MAX_REPLY_LENGTH = 200_000;

/** What in a text is new: without the mail that it answers, and without a signature. All of it where that cannot be told. */
export function replyIn(text: string): string {
  if (text.length > MAX_REPLY_LENGTH) return text;
  const context = createContext({ parse: () => new EmailReplyParser().parseReply(text) });
  try {
    const reply: unknown = runInContext("parse()", context, { timeout: MAX_PARSING_MS });
    return (typeof reply === "string" && reply.trim()) || text;
  } catch {
    return text; // it took too long
  }
}
