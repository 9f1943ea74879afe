import type { SearchReport } from "@shopbell/protocol";
import type { Clock } from "../clock.ts";
import type { Database } from "../storage/schema.ts";
import { searchedWords } from "./searched-words.ts";

const HOUR_MS = 3_600_000;
/** A conversation that began longer ago is not what the search ended in. */
const CHAT_BEGINS_MS = HOUR_MS;
/** Searches that are noted of a site within a day: more tell its owner nothing new, and would fill the disk. */
const MOST_A_DAY = 10_000;

/** What visitors searched for, and how it ended. */
export class SearchStore {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
  }

  /** Notes how a search ended. One that ended in a chat stays so, whatever comes later under its id. */
  async note(siteKey: string, report: SearchReport): Promise<void> {
    const words = searchedWords(report.words);
    if (words === "" || (await this.#isFull(siteKey))) return;
    const { id, locale, found } = report;
    const outcome = {
      found,
      answer_id: await this.#answerOf(siteKey, report.answerId),
      conversation: await this.#conversationOf(siteKey, report.conversationId),
    };
    await this.#db
      .insertInto("searches")
      .values({ id, site_key: siteKey, locale, words, ...outcome, at: this.#clock.now() })
      .onConflict((conflict) =>
        conflict
          .column("id")
          .doUpdateSet(({ ref, fn }) => ({
            found,
            answer_id: fn.coalesce(ref("excluded.answer_id"), ref("searches.answer_id")),
            conversation: fn.coalesce(ref("searches.conversation"), ref("excluded.conversation")),
          }))
          .where("searches.site_key", "=", siteKey),
      )
      .execute();
  }

  /** Notes that a search ended in a chat, where it has not ended in another one. */
  async ledTo(siteKey: string, id: string, conversation: number): Promise<void> {
    await this.#db
      .updateTable("searches")
      .set({ conversation })
      .where("id", "=", id)
      .where("site_key", "=", siteKey)
      .where("conversation", "is", null)
      .execute();
  }

  async #answerOf(siteKey: string, id: string | null): Promise<string | null> {
    if (id === null) return null;
    const answer = this.#db.selectFrom("answers").select("id").where("id", "=", id).where("site_key", "=", siteKey);
    return (await answer.executeTakeFirst())?.id ?? null;
  }

  async #conversationOf(siteKey: string, id: string | null): Promise<number | null> {
    if (id === null) return null;
    const row = await this.#db
      .selectFrom("conversations")
      .select("number")
      .where("id", "=", id)
      .where("site_key", "=", siteKey)
      .where("created_at", ">", this.#clock.now() - CHAT_BEGINS_MS)
      .executeTakeFirst();
    return row?.number ?? null;
  }

  async #isFull(siteKey: string): Promise<boolean> {
    const tooMany = await this.#db
      .selectFrom("searches")
      .select("at")
      .where("site_key", "=", siteKey)
      .where("at", ">", this.#clock.now() - 24 * HOUR_MS)
      .orderBy("at")
      .offset(MOST_A_DAY - 1)
      .limit(1)
      .executeTakeFirst();
    return tooMany !== undefined;
  }
}
