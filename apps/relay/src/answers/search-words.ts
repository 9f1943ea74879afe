/** A word as words are compared, and where it stands in the text that it was written in. */
export interface FoundWord {
  readonly word: string;
  readonly from: number;
  readonly until: number;
}

/** Nothing that is searched for is longer; what is, is compared by its beginning. */
const MAX_WORD_LENGTH = 40;

/** Signs above and below letters, which visitors leave out: Latin, Greek and Cyrillic, Hebrew, Arabic. Of other scripts they are letters. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;
/** Letters that are not made of one without its mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" },
  ...{ ς: "σ", ة: "ه", ى: "ي" },
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
/** Arabic writes the article, and the short words before it, in front of the word. */
const ARABIC_ARTICLE = /^(?:[وبكف]?ال|لل)(?=\p{Script=Arabic}{3})/u;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that leave no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter("en", { granularity: "word" }); // dictionaries go by script, not by this

/** A word as it is compared: small letters, without accents. */
export function folded(word: string): string {
  return word
    .slice(0, MAX_WORD_LENGTH)
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(ARABIC_ARTICLE, "");
}

/** The words of a text, in their order. */
export function wordsIn(text: string): FoundWord[] {
  const found: FoundWord[] = [];
  const add = (word: string, from: number) => {
    const compared = folded(word);
    if (compared !== "") found.push({ word: compared, from, until: from + word.length });
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    if (!UNSPACED.test(run)) add(run, index);
    else for (const { segment, index: within } of segmenter.segment(run)) add(segment, index + within);
  }
  return found;
}

/** Where the beginning of a word ends that is compared as these so many letters: accents and `ß` make it another place. */
export function endOfBeginning(text: string, { from, until }: FoundWord, letters: number): number {
  let end = from;
  for (const letter of text.slice(from, until)) {
    if (folded(text.slice(from, end)).length >= letters) break;
    end += letter.length;
  }
  return end;
}
