import { likeness, mayBegin, stemOf, typosIn } from "./search-likeness.ts";
import { endOfBeginning, wordsIn } from "./search-words.ts";

/** Words that are looked for at most: the first ones say what it is about. */
const MOST_WORDS = 16;
/** From this length on two letters that changed places are found, which are two wrong ones for the index. */
const SWAPS = 5;

/** A word that somebody searches for. */
export class AskedWord {
  readonly word: string;
  /** What its other forms begin with too. */
  readonly stem: string;
  readonly begins: boolean;
  /** How far apart in single letters a word may be to be looked at. */
  readonly reach: number;
  readonly #isLast: boolean;
  readonly #compared = new Map<string, number>();

  constructor(word: string, isLast: boolean) {
    this.word = word;
    this.#isLast = isLast;
    this.stem = stemOf(word);
    this.begins = mayBegin(word, isLast);
    const typos = typosIn(word);
    this.reach = typos === 1 && word.length >= SWAPS ? 2 : typos;
  }

  /** How surely it means another word, from 0 to 1. */
  likenessTo(other: string): number {
    const known = this.#compared.get(other);
    if (known !== undefined) return known;
    const found = likeness(this.word, other, this.#isLast);
    this.#compared.set(other, found);
    return found;
  }
}

/** What somebody searches for: each word once, without those that say nothing. */
export function askedIn(text: string, stopWords: ReadonlySet<string>): AskedWord[] {
  const words = wordsIn(text).map(({ word }) => word);
  const asked = new Set(words.filter((word) => !stopWords.has(word) && !isOneLetter(word)));
  return [...asked].slice(0, MOST_WORDS).map((word) => new AskedWord(word, word === words.at(-1)));
}

/** What `l'adresse` and `don't` leave over, and a word of which little is typed yet. A numeral or a sign of Chinese is a word. */
function isOneLetter(word: string): boolean {
  return word.length === 1 && !/[\p{N}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
}

/** Where the searched words are in a question: all of a word, or as much of its beginning as was typed. */
export function marksIn(
  question: string,
  asked: readonly AskedWord[],
  stopWords: ReadonlySet<string>,
): [number, number][] {
  return wordsIn(question).flatMap((found): [number, number][] => {
    const meant = stopWords.has(found.word) ? undefined : asked.find((one) => one.likenessTo(found.word) > 0);
    if (meant === undefined) return [];
    const isBeginning = found.word.startsWith(meant.word);
    return [[found.from, isBeginning ? endOfBeginning(question, found, meant.word.length) : found.until]];
  });
}
