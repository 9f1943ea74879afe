import type { AnswerId, ConversationId, Learning, SearchedWords } from "@shopbell/protocol";
import { sql } from "kysely";
import { closest } from "../answers/shelf-locales.ts";
import { inParts } from "../storage/in-parts.ts";
import type { Database } from "../storage/schema.ts";

/** Rows of each list: who has acted on these looks again. */
const MOST_ROWS = 50;
/** Words that are shown of those who voted an answer down. */
const MOST_WORDS = 5;

/** What a site's visitors looked for since an instant. */
export class LearningStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** @param locale of the questions, where the answers have it */
  async since(siteKey: string, locale: string, since: number): Promise<Learning> {
    const [searches, missing, chats, down, saved] = await Promise.all([
      this.#count(siteKey, since),
      this.#words(siteKey, since, "missing"),
      this.#words(siteKey, since, "chats"),
      this.#down(siteKey, since),
      this.#saved(siteKey, since),
    ]);
    const questions = await this.#questionsOf([...down, ...saved].map(({ id }) => id));
    const questionOf = (id: string, wanted: string) => {
      const texts = questions.get(id) ?? [];
      return (closest(texts, wanted) ?? texts[0])?.question ?? "";
    };
    return {
      searches,
      missing,
      chats,
      down: down.map((answer) => ({ ...answer, question: questionOf(answer.id, answer.locale) })),
      saved: {
        total: saved.reduce((sum, { times }) => sum + times, 0),
        answers: saved.slice(0, MOST_ROWS).map((answer) => ({ ...answer, question: questionOf(answer.id, locale) })),
      },
    };
  }

  /** Nothing more is to be done about these words, until they are searched again. */
  async done(siteKey: string, locale: string, words: string, at: number): Promise<void> {
    await this.#db
      .insertInto("searches_done")
      .values({ site_key: siteKey, locale, words, at })
      .onConflict((conflict) => conflict.columns(["site_key", "locale", "words"]).doUpdateSet({ at }))
      .execute();
  }

  async #count(siteKey: string, since: number): Promise<number> {
    const { times } = await this.#db
      .selectFrom("searches")
      .select(({ fn }) => fn.countAll<number>().as("times"))
      .where("site_key", "=", siteKey)
      .where("at", ">=", since)
      .executeTakeFirstOrThrow();
    return Number(times);
  }

  /** missing: nothing was found · chats: something was, and a chat was begun all the same */
  async #words(siteKey: string, since: number, which: "missing" | "chats"): Promise<SearchedWords[]> {
    const rows = await this.#db
      .selectFrom("searches as s")
      .leftJoin("searches_done as done", (join) =>
        join
          .onRef("done.site_key", "=", "s.site_key")
          .onRef("done.locale", "=", "s.locale")
          .onRef("done.words", "=", "s.words"),
      )
      .select(["s.words", "s.locale"])
      .select(({ fn }) => [
        fn.countAll<number>().as("times"),
        fn.max("s.at").as("lastAt"),
        fn.max("s.conversation").as("number"),
      ])
      .where("s.site_key", "=", siteKey)
      .where("s.at", ">=", since)
      .where(({ eb, or }) => or([eb("done.at", "is", null), eb("s.at", ">", eb.ref("done.at"))]))
      .$if(which === "missing", (query) => query.where("s.found", "=", 0))
      .$if(which === "chats", (query) => query.where("s.found", ">", 0).where("s.conversation", "is not", null))
      .groupBy(["s.words", "s.locale"])
      .orderBy("times", "desc")
      .orderBy("lastAt", "desc")
      .limit(MOST_ROWS)
      .execute();
    const ids = await this.#conversationsOf(rows.flatMap(({ number }) => number ?? []));
    return rows.map(({ words, locale, times, lastAt, number }) => {
      const id = number === null ? undefined : ids.get(number);
      const conversation = number === null || id === undefined ? null : { id, number };
      return { words, locale, times: Number(times), lastAt, conversation };
    });
  }

  async #conversationsOf(numbers: readonly number[]): Promise<ReadonlyMap<number, ConversationId>> {
    const rows = await inParts(numbers, (some) =>
      this.#db.selectFrom("conversations").select(["number", "id"]).where("number", "in", some).execute(),
    );
    return new Map(rows.map(({ number, id }) => [number, id as ConversationId]));
  }

  async #down(siteKey: string, since: number) {
    const rows = await this.#db
      .selectFrom("answer_votes as vote")
      .innerJoin("answers as answer", "answer.id", "vote.answer_id")
      .select(["vote.answer_id as id", "vote.locale", "vote.useful", "vote.words"])
      .where("answer.site_key", "=", siteKey)
      .where("vote.at", ">=", since)
      .orderBy("vote.at", "desc")
      .execute();
    const byText = Map.groupBy(rows, ({ id, locale }) => `${id} ${locale}`);
    return [...byText.values()]
      .flatMap((votes) => {
        const down = votes.filter(({ useful }) => useful === 0);
        const [first] = down;
        if (first === undefined) return [];
        const words = new Set(down.flatMap((vote) => vote.words ?? []));
        const { id, locale } = first;
        const counts = { up: votes.length - down.length, down: down.length };
        return [{ id: id as AnswerId, locale, ...counts, words: [...words].slice(0, MOST_WORDS) }];
      })
      .sort((a, b) => b.down - a.down)
      .slice(0, MOST_ROWS);
  }

  async #saved(siteKey: string, since: number): Promise<{ id: AnswerId; times: number }[]> {
    const rows = await this.#db
      .selectFrom("searches")
      .select("answer_id as id")
      .select(({ fn }) => fn.countAll<number>().as("times"))
      .where("site_key", "=", siteKey)
      .where("at", ">=", since)
      .where("answer_id", "is not", null)
      .where("conversation", "is", null)
      .groupBy("answer_id")
      .orderBy("times", "desc")
      .orderBy(sql`max(at)`, "desc")
      .execute();
    return rows.map(({ id, times }) => ({ id: id as AnswerId, times: Number(times) }));
  }

  async #questionsOf(ids: readonly string[]) {
    const texts = await inParts([...new Set(ids)], (some) =>
      this.#db
        .selectFrom("answer_texts")
        .select(["answer_id", "locale", "question"])
        .where("answer_id", "in", some)
        .orderBy("locale")
        .execute(),
    );
    return Map.groupBy(texts, ({ answer_id }) => answer_id);
  }
}
