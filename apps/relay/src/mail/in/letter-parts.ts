import { MAX_TEXT_LENGTH } from "@shopbell/protocol/limits";
import type { Letter, MailFile } from "./letter.ts";

/** A letter as messages: its text in parts that fit into one each, and its files. */
export interface LetterParts {
  readonly texts: readonly string[];
  readonly files: readonly MailFile[];
}

/** Longer letters are files: nobody reads them in bubbles. */
const MAX_PARTS = 10;

/** What is said by a letter that joins a conversation. */
export function partsOfReply({ newText, files }: Letter): LetterParts {
  return inParts(newText, files);
}

/** What is said by a letter that begins one: often the subject is half of it, and a quotation is news. */
export function partsOfFirst({ subject, text, files }: Letter): LetterParts {
  return inParts([subject, text].filter(Boolean).join("\n\n"), files);
}

function inParts(text: string, files: readonly MailFile[]): LetterParts {
  const texts: string[] = [];
  let rest = text;
  while (rest.length > MAX_TEXT_LENGTH && texts.length < MAX_PARTS) {
    const end = breakIn(rest);
    texts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trimStart();
  }
  if (rest.length <= MAX_TEXT_LENGTH) return { texts: [...texts, rest], files };
  return { texts: texts.slice(0, 1), files: [wholeText(text), ...files] };
}

function wholeText(text: string): MailFile {
  return { name: "mail.txt", type: "text/plain", content: Buffer.from(text) };
}

/** Where the first part of a long text ends: at the end of a line or word in its second half, and never within a character. */
function breakIn(text: string): number {
  const part = text.slice(0, MAX_TEXT_LENGTH);
  const end = Math.max(part.lastIndexOf("\n"), part.lastIndexOf(" "));
  if (end > MAX_TEXT_LENGTH / 2) return end;
  return part.isWellFormed() ? MAX_TEXT_LENGTH : MAX_TEXT_LENGTH - 1;
}
