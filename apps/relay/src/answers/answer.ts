import type { AnswerId, Block, Category, FoundAnswer } from "@shopbell/protocol";

/** Answers that a site may have: as many as are put in order at once. */
export const MOST_ANSWERS = 5_000;

/** One language of an answer that was published, as readers get it. */
export interface PublishedAnswer {
  readonly id: AnswerId;
  readonly locale: string;
  readonly slug: string;
  readonly question: string;
  /** Markdown. */
  readonly source: string;
  readonly blocks: readonly Block[];
  readonly categoryId: string | null;
  readonly paths: readonly string[];
  readonly keywords: readonly string[];
  /** The agent's name who wrote it last; null where nobody is known. */
  readonly author: string | null;
  readonly changedAt: number;
  readonly votes: { readonly up: number; readonly down: number };
}

/** The published answers of one site at a moment, in their order. */
export interface SiteShelf {
  /** Of the site: it is made anew when that has grown. */
  readonly version: number;
  /** The site's languages, the first of which is what a reader gets of an answer that has no other. */
  readonly locales: readonly string[];
  /** Those that have an answer. */
  readonly categories: readonly Category[];
  /** Which of the site's languages a reader gets, by the languages they want, dearest first. */
  localeFor(wanted: readonly string[]): string;
  /** Every answer once: in that language, else in another one of the same language, else in the site's first, else in whichever there is. */
  all(locale: string): readonly PublishedAnswer[];
  /** One of them, by the same rule. */
  answer(id: string, locale: string): PublishedAnswer | undefined;
  /** The languages that an answer was published in. */
  translations(id: string): readonly PublishedAnswer[];
  bySlug(locale: string, slug: string): PublishedAnswer | undefined;
  /** Those whose patterns match a path of the shop, most exactly first; then the others in their order. */
  forPage(locale: string, path: string, limit: number): readonly PublishedAnswer[];
  /** What a text leads to, best first: forgives typing errors and missing accents, and takes the last word for a beginning. */
  search(locale: string, words: string, limit: number): readonly FoundAnswer[];
}

/** Everything that is published, in memory: it is little, is read at each page, and must be found while somebody types. */
export interface Shelf {
  /** @throws when the database does not answer and nothing was read yet. */
  of(siteKey: string): Promise<SiteShelf>;
}
