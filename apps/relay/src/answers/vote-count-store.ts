import type { Database } from "../storage/schema.ts";

export interface VoteCount {
  readonly up: number;
  readonly down: number;
}

/** How often each of a site's answers, or one of them, was found useful, by its id and the language that it was read in. */
export async function votesOf(
  db: Database,
  siteKey: string,
  answerId?: string,
): Promise<ReadonlyMap<string, ReadonlyMap<string, VoteCount>>> {
  const rows = await db
    .selectFrom("answer_votes")
    .innerJoin("answers", "answers.id", "answer_votes.answer_id")
    .select(({ fn }) => [
      "answer_id as id",
      "locale",
      fn.sum<number>("useful").as("up"),
      fn.countAll<number>().as("all"),
    ])
    .where("site_key", "=", siteKey)
    .$if(answerId !== undefined, (query) => query.where("answer_id", "=", answerId ?? ""))
    .groupBy(["answer_id", "locale"])
    .execute();
  const votes = new Map<string, Map<string, VoteCount>>();
  for (const { id, locale, up, all } of rows) {
    const ofAnswer = votes.get(id) ?? new Map<string, VoteCount>();
    votes.set(id, ofAnswer.set(locale, { up, down: all - up }));
  }
  return votes;
}
