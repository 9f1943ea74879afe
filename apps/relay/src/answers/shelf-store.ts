import type { Site } from "../sites/site.ts";
import type { Database } from "../storage/schema.ts";
import type { PublishedAnswer } from "./answer.ts";
import { blocksOf } from "./markdown.ts";
import { patternOf } from "./page-match.ts";
import { plainText } from "./plain-text.ts";
import { publishedOf } from "./published-store.ts";
import { SearchIndex } from "./search-index.ts";
import type { Shelved } from "./shelf-site.ts";
import { inSlices } from "./shelf-slices.ts";
import { votesOf } from "./vote-count-store.ts";

/** Reads everything that a site has published, and makes it ready to be searched. */
export async function readAll(
  db: Database,
  siteKey: string,
  { answersVersion, help }: Pick<Site, "answersVersion" | "help">,
): Promise<Shelved> {
  const { categories, answers: stored } = await publishedOf(db, siteKey);
  const answers = await inSlices(stored, (answer) => ({ ...answer, blocks: blocksOf(answer.source) }));
  const indexes = new Map<string, SearchIndex<string>>();
  for (const [locale, texts] of Map.groupBy(answers, (answer) => answer.locale)) {
    indexes.set(locale, await indexOf(locale, texts));
  }
  const patterns = await inSlices(answers, ({ id, paths }) => [id, paths.map((path) => patternOf(path))] as const);
  return {
    ...{ version: answersVersion, locales: help.locales, categories, answers, indexes },
    patterns: new Map(patterns),
  };
}

/** The same with the votes of now. */
export async function readVotes(db: Database, siteKey: string, shelved: Shelved): Promise<Shelved> {
  const counts = await votesOf(db, siteKey);
  const answers = shelved.answers.map((answer) => {
    const votes = counts.get(answer.id)?.get(answer.locale) ?? { up: 0, down: 0 };
    return { ...answer, votes };
  });
  return { ...shelved, answers };
}

async function indexOf(locale: string, texts: readonly PublishedAnswer[]): Promise<SearchIndex<string>> {
  const index = new SearchIndex<string>(locale);
  await inSlices(texts, ({ id, question, keywords, blocks }) => {
    index.add(id, { question, keywords, text: plainText(blocks) });
  });
  return index;
}
