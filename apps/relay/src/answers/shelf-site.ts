import type { Category, FoundAnswer } from "@shopbell/protocol";
import type { PublishedAnswer, SiteShelf } from "./answer.ts";
import { forPage, type PagePattern } from "./page-match.ts";
import type { SearchIndex } from "./search-index.ts";
import { closest, localeAmong, textFor } from "./shelf-locales.ts";

/** What a shelf is made of. */
export interface Shelved {
  readonly version: number;
  readonly locales: readonly string[];
  readonly categories: readonly Category[];
  /** Every language of every answer, in the answers' order. */
  readonly answers: readonly PublishedAnswer[];
  /** The answers of each language by their ids. */
  readonly indexes: ReadonlyMap<string, SearchIndex<string>>;
  /** Of the pages that an answer matters on, by its id. */
  readonly patterns: ReadonlyMap<string, readonly PagePattern[]>;
}

/** What a reader of a language gets: each answer in one language, by its id. */
interface Picked {
  readonly answers: ReadonlyMap<string, PublishedAnswer>;
  /** The languages that these are in, the reader's own before others. */
  readonly locales: readonly string[];
}

/** The answers of a site, as they are asked for. */
export class AnswerShelf implements SiteShelf {
  readonly version: number;
  readonly locales: readonly string[];
  readonly categories: readonly Category[];
  readonly #texts: ReadonlyMap<string, readonly PublishedAnswer[]>;
  readonly #slugs: ReadonlyMap<string, PublishedAnswer>;
  readonly #indexes: Shelved["indexes"];
  readonly #patterns: Shelved["patterns"];
  /** By the languages that there are: a reader may ask for any. */
  readonly #picked = new Map<string, Picked>();

  constructor({ version, locales, categories, answers, indexes, patterns }: Shelved) {
    this.version = version;
    this.locales = locales;
    const used = new Set(answers.map(({ categoryId }) => categoryId));
    this.categories = categories.filter(({ id }) => used.has(id));
    this.#texts = Map.groupBy(answers, ({ id }) => id);
    this.#slugs = new Map(answers.map((answer) => [`${answer.locale} ${answer.slug}`, answer]));
    this.#indexes = indexes;
    this.#patterns = patterns;
  }

  localeFor(wanted: readonly string[]): string {
    return localeAmong(this.locales, wanted);
  }

  all(locale: string): readonly PublishedAnswer[] {
    return [...this.#pickedFor(locale).answers.values()];
  }

  answer(id: string, locale: string): PublishedAnswer | undefined {
    return this.#pickedFor(locale).answers.get(id);
  }

  translations(id: string): readonly PublishedAnswer[] {
    return this.#texts.get(id) ?? [];
  }

  bySlug(locale: string, slug: string): PublishedAnswer | undefined {
    return this.#slugs.get(`${locale} ${slug}`);
  }

  forPage(locale: string, path: string, limit: number): readonly PublishedAnswer[] {
    return forPage(this.all(locale), this.#patterns, path).slice(0, limit);
  }

  search(locale: string, words: string, limit: number): readonly FoundAnswer[] {
    const { answers, locales } = this.#pickedFor(locale);
    const hits = locales.flatMap(
      (language) => this.#indexes.get(language)?.find(words, (id) => answers.get(id)?.locale === language) ?? [],
    );
    const best = hits.sort((a, b) => b.rank - a.rank).slice(0, limit);
    return best.flatMap(({ id }) => {
      const answer = answers.get(id);
      if (answer === undefined) return [];
      const marks = this.#indexes.get(answer.locale)?.marks(answer.question, words) ?? [];
      return [{ id: answer.id, question: answer.question, marks }];
    });
  }

  #pickedFor(wanted: string): Picked {
    const known = [...this.locales, ...this.#indexes.keys()].map((locale) => ({ locale }));
    const [first = "en"] = this.locales;
    const { locale } = closest(known, wanted) ?? { locale: first };
    const before = this.#picked.get(locale);
    if (before !== undefined) return before;
    const answers = new Map(
      [...this.#texts].flatMap(([id, texts]) => {
        const text = textFor(texts, locale, first);
        return text === undefined ? [] : [[id, text] as const];
      }),
    );
    const locales = new Set([...answers.values()].map((answer) => answer.locale));
    const ownFirst = [...locales].sort((a, b) => Number(b === locale) - Number(a === locale));
    const picked = { answers, locales: ownFirst };
    this.#picked.set(locale, picked);
    return picked;
  }
}
