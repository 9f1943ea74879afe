/** Letters from which on a word in the middle may be the beginning of another: `ship` of `shipping`. The last one is still being typed. */
const BEGINNING = 4;
/** What an ending adds: `shoe` and `shoes`, `deliver` and `delivery`. */
const ENDING = 2;
/** What two forms of a long word have in common at least, and what each has beside it: `countries` and `country`. */
const STEM = 6;
const FORM = 3;
/** Letters from which on a wrong one leaves no doubt of what was meant. Shorter ones could as well be another word: `gift` and `lift`. */
const CLEAR = 6;

/** Wrong letters that a word of this length may have: what has digits is taken as it is. */
export function typosIn(word: string): number {
  if (word.length < 4 || /\p{N}/u.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/** May it be the beginning of a longer word? */
export function mayBegin(word: string, isLast: boolean): boolean {
  return word.length >= (isLast ? 2 : BEGINNING) || (isLast && !/^[\p{Script=Latin}\p{N}]/u.test(word));
}

/** The beginning that all forms of a word share; the word itself where it is short. */
export function stemOf(word: string): string {
  return word.slice(0, Math.max(STEM, word.length - FORM));
}

/**
 * How surely somebody who typed this word meant that one: 1 is surely, 0 is not at all.
 *
 * @param isLast it is the last word, and perhaps not typed to its end
 */
export function likeness(word: string, other: string, isLast: boolean): number {
  if (word === other) return 1;
  if (other.startsWith(word)) return mayBegin(word, isLast) ? 1 : 0;
  if (isEndingOf(word, other) || isFormOf(word, other)) return 1;
  return isTypo(word, other) ? (word.length < CLEAR ? 0.5 : 1) : 0;
}

function isEndingOf(word: string, stem: string): boolean {
  return word.startsWith(stem) && stem.length >= BEGINNING && word.length - stem.length <= ENDING;
}

function isFormOf(word: string, other: string): boolean {
  const stem = stemOf(word);
  return stem.length >= STEM && other.startsWith(stem) && other.length - stem.length <= FORM;
}

/** Whoever mistypes a word begins it right: with the second wrong letter, two must be right. `swapping` is not `shipping`. */
function isTypo(word: string, other: string): boolean {
  const most = typosIn(word);
  if (most === 0 || word[0] !== other[0] || Math.abs(word.length - other.length) > most) return false;
  const wrong = edits(word, other);
  return wrong === 1 || (wrong <= most && word[1] === other[1]);
}

/** Letters that are wrong, missing, too many, or changed places with their neighbour. */
function edits(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    rows.push(line);
    for (let column = 1; column <= b.length; column += 1) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const asPlaced = Math.min(at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + wrong);
      line.push(swapped ? Math.min(asPlaced, at(row - 2, column - 2) + 1) : asPlaced);
    }
  }
  return at(a.length, b.length);
}
