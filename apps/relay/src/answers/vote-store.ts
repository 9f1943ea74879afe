import type { Vote } from "@shopbell/protocol";
import { searchedWords } from "../searches/searched-words.ts";
import type { Database } from "../storage/schema.ts";

/** A vote, and by whom: see `voterOf`. */
export interface Cast extends Vote {
  readonly siteKey: string;
  readonly answerId: string;
  readonly voter: string;
  readonly at: number;
}

/** Counts a vote; who votes again changes their mind. False where the site has no such answer. */
export async function castVote(db: Database, { siteKey, answerId, voter, ...cast }: Cast): Promise<boolean> {
  const answer = db.selectFrom("answers").select("id").where("id", "=", answerId).where("site_key", "=", siteKey);
  if ((await answer.executeTakeFirst()) === undefined) return false;
  const words = cast.words === undefined ? null : searchedWords(cast.words) || null;
  const vote = { locale: cast.locale, useful: cast.useful ? 1 : 0, words, at: cast.at };
  await db
    .insertInto("answer_votes")
    .values({ answer_id: answerId, voter, ...vote })
    .onConflict((conflict) => conflict.columns(["answer_id", "voter"]).doUpdateSet(vote))
    .execute();
  return true;
}
