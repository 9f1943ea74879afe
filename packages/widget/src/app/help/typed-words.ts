import { MAX_WORDS_LENGTH } from "@shopbell/protocol/limits";

const FEWEST_LETTERS = 3;
/** Addresses for mail, and numbers of six digits or more: nothing is found by them, and servers on the way keep addresses. */
const PERSONAL = /\S+@\S*|\+?\d(?:[ ().-]*\d){5,}/g;

/** What is searched for while a message is written: its end, as that is what the visitor is at. Empty where it is too little. */
export function wordsIn(draft: string): string {
  const words = draft
    .slice(-2 * MAX_WORDS_LENGTH) // first of all: what was pasted may be a book
    .replace(PERSONAL, "")
    .trim()
    .slice(-MAX_WORDS_LENGTH)
    .replace(/^[\udc00-\udfff]/, "") // half of a character that the cut went through
    .trim();
  return (words.match(/[\p{L}\p{N}]/gu) ?? []).length < FEWEST_LETTERS ? "" : words;
}
