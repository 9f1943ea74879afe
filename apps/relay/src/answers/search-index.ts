import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { type AskedWord, askedIn, marksIn } from "./search-asked.ts";
import { stopWordsOf } from "./search-stop-words.ts";
import { wordsIn } from "./search-words.ts";

/** What of an answer is searched. */
export interface Searched {
  readonly question: string;
  readonly keywords: readonly string[];
  readonly text: string;
}

/** An answer that was found. */
export interface Hit<Id> {
  readonly id: Id;
  /** The higher, the better. Comparable between indexes. */
  readonly rank: number;
}

type Field = keyof Searched;

const FIELDS: readonly Field[] = ["question", "keywords", "text"];
const BOOST: Readonly<Record<Field, number>> = { question: 4, keywords: 3, text: 1 };
/** Of words that are not the same: how alike they are, `likeness` says. */
const WEIGHTS = { fuzzy: 0.9, prefix: 0.9 };
/** What it says of an answer that a word is in its text alone: a question is about its words, a text has many. */
const IN_TEXT = 0.5;
/** An answer must have this much of the words, or so many of them: a message has many that are in no answer. */
const NEEDED = { share: 0.5, words: 2 };

/** The answers of one language, to be searched. */
export class SearchIndex<Id extends string> {
  readonly #stopWords: ReadonlySet<string>;
  readonly #index: MiniSearch;

  constructor(locale: string) {
    const stopWords = stopWordsOf(locale);
    this.#stopWords = stopWords;
    this.#index = new MiniSearch({
      fields: [...FIELDS],
      tokenize: (text) => wordsIn(text).map(({ word }) => word),
      processTerm: (word) => !stopWords.has(word) && word,
      searchOptions: { boost: BOOST, weights: WEIGHTS, tokenize: (word) => [word], processTerm: (word) => word },
    });
  }

  add(id: Id, { question, keywords, text }: Searched): void {
    this.#index.add({ id, question, keywords: keywords.join("\n"), text });
  }

  /** Those that a text leads to, in no order. */
  find(text: string, isWanted: (id: Id) => boolean): Hit<Id>[] {
    const asked = askedIn(text, this.#stopWords);
    if (asked.length === 0) return [];
    const found = this.#index.search({ queries: asked.map(queryFor) });
    const wanted = found.filter((result) => isWanted(result.id) && hasEnough(asked, result));
    return wanted.map(({ id, score }) => ({ id, rank: score }));
  }

  /** Where in a question the words of a text are. */
  marks(question: string, text: string): [number, number][] {
    return marksIn(question, askedIn(text, this.#stopWords), this.#stopWords);
  }
}

/** Words that are mistyped, and words that begin alike. Of both, only those count that are meant. */
function queryFor(asked: AskedWord): Query {
  return {
    queries: [
      { queries: [asked.word], fuzzy: asked.reach },
      { queries: [asked.stem], prefix: asked.begins },
    ],
    boostDocument: (_id, found) => asked.likenessTo(found),
  };
}

/** Has it so much of what was asked for that it was not found by chance? */
function hasEnough(asked: readonly AskedWord[], { match }: SearchResult): boolean {
  let had = 0;
  for (const one of asked) {
    let best = 0;
    for (const word in match) best = Math.max(best, worthOf(match[word]) * one.likenessTo(word));
    had += best;
  }
  return had >= Math.min(asked.length * NEEDED.share, NEEDED.words);
}

function worthOf(fields: readonly string[] = []): number {
  return fields.some((field) => field !== "text") ? 1 : IN_TEXT;
}
