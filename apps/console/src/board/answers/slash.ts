/** A slash that calls for the answers: where it is, and the words after it. */
export interface Slash {
  readonly at: number;
  readonly words: string;
}

/** Words that are still taken for a search; a text that goes on for longer is a text. */
const MAX_WORDS = 60;
const AT_END = new RegExp(String.raw`(?:^|\s)/((?:[^\s/][^/\n]{0,${MAX_WORDS - 1}})?)$`);

/** The slash that was typed before the caret at the beginning of a word, with what follows it up to there. */
export function slashBefore(text: string, caret: number): Slash | null {
  const before = text.slice(0, caret);
  const [, words] = AT_END.exec(before) ?? [];
  return words === undefined ? null : { at: before.length - words.length - 1, words };
}

/** What is put in at a caret to call for the answers: a slash at the beginning of a word. */
export function slashAt(text: string, caret: number): string {
  return /\S$/.test(text.slice(0, caret)) ? " /" : "/";
}
