import type { AnswerBook, AnswerId, AnswerText, WrittenAnswer } from "@shopbell/protocol";
import type { Database } from "../storage/schema.ts";
import { categoriesOf } from "./category-store.ts";
import { type VoteCount, votesOf } from "./vote-count-store.ts";

/** Everything that is written for a site, as those who write it see it. */
export async function bookOf(db: Database, siteKey: string): Promise<AnswerBook> {
  const [categories, answers] = await Promise.all([categoriesOf(db, siteKey), answersOf(db, siteKey)]);
  return { categories, answers };
}

/** One answer; undefined where the site has none of this id. */
export async function writtenAnswer(db: Database, siteKey: string, id: string): Promise<WrittenAnswer | undefined> {
  return (await answersOf(db, siteKey, id))[0];
}

async function answersOf(db: Database, siteKey: string, only?: string): Promise<WrittenAnswer[]> {
  const [answers, texts, votes] = await Promise.all([
    answerRows(db, siteKey, only),
    textRows(db, siteKey, only),
    votesOf(db, siteKey, only),
  ]);
  const textsById = Map.groupBy(texts, ({ id }) => id);
  return answers.map(({ id, paths, keywords, ...answer }) => ({
    ...answer,
    id: id as AnswerId,
    paths: JSON.parse(paths) as string[],
    keywords: JSON.parse(keywords) as string[],
    texts: (textsById.get(id) ?? []).map(textOf),
    votes: sum(votes.get(id)?.values() ?? []),
  }));
}

function answerRows(db: Database, siteKey: string, only: string | undefined) {
  return db
    .selectFrom("answers")
    .select(["id", "category_id as categoryId", "paths", "keywords", "version"])
    .where("site_key", "=", siteKey)
    .$if(only !== undefined, (query) => query.where("id", "=", only ?? ""))
    .orderBy("position")
    .orderBy("id")
    .execute();
}

type TextRow = Omit<AnswerText, "published"> & { id: string; publishedAt: number | null };

function textRows(db: Database, siteKey: string, only: string | undefined): Promise<TextRow[]> {
  return db
    .selectFrom("answer_texts as text")
    .leftJoin("agents as agent", "agent.id", "text.agent_id")
    .select([
      "text.answer_id as id",
      "text.locale",
      "text.question",
      "text.source",
      "text.published_at as publishedAt",
      "text.slug",
      "text.changed_at as changedAt",
      "agent.name as changedBy",
    ])
    .where("text.site_key", "=", siteKey)
    .$if(only !== undefined, (query) => query.where("text.answer_id", "=", only ?? ""))
    .orderBy("text.locale")
    .execute();
}

function textOf({ id: _, publishedAt, ...text }: TextRow): AnswerText {
  return { ...text, published: publishedAt !== null };
}

function sum(counts: Iterable<VoteCount>): VoteCount {
  return [...counts].reduce((all, { up, down }) => ({ up: all.up + up, down: all.down + down }), { up: 0, down: 0 });
}
