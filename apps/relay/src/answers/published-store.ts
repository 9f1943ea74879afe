import type { AnswerId, Category } from "@shopbell/protocol";
import type { Database } from "../storage/schema.ts";
import type { PublishedAnswer } from "./answer.ts";
import { categoriesOf } from "./category-store.ts";
import { votesOf } from "./vote-count-store.ts";

/** As it was stored: what its Markdown says is for whoever has time for it. */
type StoredText = Omit<PublishedAnswer, "blocks">;

/** Everything that a site has published. Categories and answers are in their order, an answer's languages by their names. */
export interface Published {
  readonly categories: readonly Category[];
  readonly answers: readonly StoredText[];
}

/** Reads it all: a site's answers are few, and whoever reads keeps them. */
export async function publishedOf(db: Database, siteKey: string): Promise<Published> {
  const [categories, votes, rows] = await Promise.all([
    categoriesOf(db, siteKey),
    votesOf(db, siteKey),
    textsOf(db, siteKey),
  ]);
  const answers = rows.map(({ id, paths, keywords, ...text }) => ({
    ...text,
    id: id as AnswerId,
    paths: JSON.parse(paths) as string[],
    keywords: JSON.parse(keywords) as string[],
    votes: votes.get(id)?.get(text.locale) ?? { up: 0, down: 0 },
  }));
  return { categories, answers };
}

function textsOf(db: Database, siteKey: string) {
  return db
    .selectFrom("answer_texts as text")
    .innerJoin("answers as answer", "answer.id", "text.answer_id")
    .leftJoin("agents as agent", "agent.id", "text.agent_id")
    .select([
      "answer.id",
      "answer.category_id as categoryId",
      "answer.paths",
      "answer.keywords",
      "text.locale",
      "text.slug",
      "text.question",
      "text.source",
      "text.changed_at as changedAt",
      "agent.name as author",
    ])
    .where("text.site_key", "=", siteKey)
    .where("text.published_at", "is not", null)
    .orderBy("answer.position")
    .orderBy("answer.id")
    .orderBy("text.locale")
    .execute();
}
