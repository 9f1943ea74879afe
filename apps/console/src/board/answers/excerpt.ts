/** As much as two lines of the list hold. */
const MAX_LENGTH = 140;

/** The beginning of an answer on one line, without its marks: enough to tell it from others. */
export function excerptOf(source: string): string {
  const text = source
    .slice(0, 4 * MAX_LENGTH)
    .replace(/\[([^\]\n]*)\]\([^)\n]*\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+[.)])[ \t]+/gm, "")
    .replace(/[*_`\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return text.length <= MAX_LENGTH ? text : `${text.slice(0, MAX_LENGTH - 1).trimEnd()}…`;
}
