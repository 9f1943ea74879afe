import type { AnswerEdit, Category } from "@shopbell/protocol";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite, loadSites } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestDesk } from "../testing/test-desk.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { bookOf, writtenAnswer } from "./answer-book-store.ts";
import { anEdit, aUuid } from "./answer-builders.ts";
import { historyOf } from "./answer-history-store.ts";
import { AnswerStore } from "./answer-store.ts";
import { replaceCategories } from "./category-store.ts";
import { publishedOf } from "./published-store.ts";

const [RETURNS, SIZES, GIFTS] = [aUuid(1), aUuid(2), aUuid(3)] as const;
const DELIVERY: Category = { id: aUuid(101), icon: "truck", names: { en: "Delivery", pt: "Entrega" } };
const SHOP: Category = { id: aUuid(102), icon: "store", names: { en: "The shop" } };

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("answers on %s", (_name, open) => {
  let storage: Storage;
  let desk: TestDesk;
  let answers: AnswerStore;
  let ana: string;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    await addSite(storage.db, { ...DEMO_SITE, key: "other" }, 2);
    desk = new TestDesk(storage);
    answers = new AnswerStore(storage.db, desk.clock);
    ana = (await desk.anAgent("ana")).id;
  });
  afterEach(() => storage.close());

  const save = (id: string, edit: Partial<AnswerEdit> = {}, siteKey = "demo") =>
    answers.save(siteKey, ana, id, anEdit(edit));
  const written = (id: string) => writtenAnswer(storage.db, "demo", id);
  const published = async () => (await publishedOf(storage.db, "demo")).answers;
  const versionOf = async (siteKey = "demo") =>
    (await loadSites(storage.db)).find(({ key }) => key === siteKey)?.answersVersion;

  test("what is written is in the book, and published where it says so", async () => {
    await replaceCategories(storage.db, "demo", [DELIVERY]);
    const shared = { categoryId: DELIVERY.id, paths: ["/shoes/*"], keywords: ["send back", "refund"] };
    expect(await save(RETURNS, shared)).toBe("saved");
    const now = desk.clock.now();
    await save(RETURNS, { ...shared, version: 1, locale: "pt", question: "Posso devolver?", published: false });

    const english = { locale: "en", question: anEdit().question, source: anEdit().source };
    expect(await bookOf(storage.db, "demo")).toEqual({
      categories: [DELIVERY],
      answers: [
        {
          id: RETURNS,
          ...shared,
          version: 2,
          votes: { up: 0, down: 0 },
          texts: [
            { ...english, published: true, slug: "how-do-i-return-something", changedAt: now, changedBy: "ana" },
            {
              ...{ locale: "pt", question: "Posso devolver?", source: anEdit().source, published: false },
              ...{ slug: "posso-devolver", changedAt: now, changedBy: "ana" },
            },
          ],
        },
      ],
    });
    expect(await publishedOf(storage.db, "demo")).toEqual({
      categories: [DELIVERY],
      answers: [
        {
          ...{ id: RETURNS, ...english, ...shared, slug: "how-do-i-return-something", changedAt: now, author: "ana" },
          votes: { up: 0, down: 0 },
        },
      ],
    });
  });

  test("of two who began with the same version, the second is told, and nothing of theirs is stored", async () => {
    await save(RETURNS);
    expect(await save(RETURNS, { version: 1, source: "Ana's" })).toBe("saved");
    const before = [await written(RETURNS), await versionOf()];

    expect(await save(RETURNS, { version: 1, source: "Bo's" })).toBe("conflict");
    expect(await save(RETURNS, { source: "new, as it seems" })).toBe("conflict");

    expect([await written(RETURNS), await versionOf()]).toEqual(before);
  });

  test("of many who write at once, one wins each version", async () => {
    await save(RETURNS);

    const saved = await Promise.all([1, 2, 3, 4].map((n) => save(RETURNS, { version: 1, source: `by ${n}` })));

    expect(saved.toSorted()).toEqual(["conflict", "conflict", "conflict", "saved"]);
    expect(await written(RETURNS)).toMatchObject({ version: 2 });
  });

  test("many new answers at once all get a place and a name of their own", async () => {
    await Promise.all([1, 2, 3, 4, 5].map((n) => save(aUuid(n))));

    const all = (await bookOf(storage.db, "demo")).answers;

    expect(new Set(all.map(({ texts }) => texts[0]?.slug)).size).toBe(5);
    const positions = await storage.db.selectFrom("answers").select("position").orderBy("position").execute();
    expect(positions.map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
  });

  test("an answer that is gone, or is another shop's, cannot be written", async () => {
    await save(RETURNS);
    await save(SIZES, {}, "other");

    expect(await save(GIFTS, { version: 3 })).toBe("unknown");
    expect(await save(SIZES)).toBe("unknown");
    expect(await save(SIZES, { version: 1 })).toBe("unknown");
    expect(await answers.remove("demo", SIZES)).toBe(false);
    expect(await written(SIZES)).toBeUndefined();
    expect(await writtenAnswer(storage.db, "other", SIZES)).toMatchObject({ version: 1 });
  });

  test("an address follows the question until it is published, and stays from then on", async () => {
    const slug = async () => (await written(RETURNS))?.texts[0]?.slug;
    await save(RETURNS, { question: "Returns", published: false });
    await save(RETURNS, { version: 1, question: "Returning", published: false });
    expect(await slug()).toBe("returning");

    await save(RETURNS, { version: 2, question: "Send it back" });
    expect(await slug()).toBe("send-it-back");
    await save(RETURNS, { version: 3, question: "Refunds" });
    await save(RETURNS, { version: 4, question: "Money back", published: false });
    await save(RETURNS, { version: 5, question: "Money", published: false });

    expect(await slug()).toBe("send-it-back");
  });

  test("two answers to the same question have different addresses, in each shop and language by itself", async () => {
    await save(RETURNS);
    await save(SIZES);
    await save(SIZES, { version: 1, locale: "pt" });
    await save(GIFTS, {}, "other");

    expect((await written(SIZES))?.texts.map(({ slug }) => slug)).toEqual([
      "how-do-i-return-something-2",
      "how-do-i-return-something",
    ]);
    expect((await writtenAnswer(storage.db, "other", GIFTS))?.texts[0]?.slug).toBe("how-do-i-return-something");
  });

  test("every change is remembered with who made it, newest first, each language by itself", async () => {
    await save(RETURNS, { source: "One" });
    await save(RETURNS, { version: 1, locale: "pt", source: "Um" });
    desk.clock.advance(1_000);
    await answers.save(
      "demo",
      (await desk.anAgent("bo")).id,
      RETURNS,
      anEdit({ version: 2, source: "Two", published: false }),
    );

    const { versions } = await historyOf(storage.db, "demo", RETURNS, "en");

    expect(versions).toEqual([
      { version: 3, question: anEdit().question, source: "Two", published: false, at: desk.clock.now(), by: "bo" },
      {
        version: 1,
        question: anEdit().question,
        source: "One",
        published: true,
        at: desk.clock.now() - 1_000,
        by: "ana",
      },
    ]);
    expect((await historyOf(storage.db, "demo", RETURNS, "pt")).versions).toHaveLength(1);
    expect(await historyOf(storage.db, "other", RETURNS, "en")).toEqual({ versions: [] });
  });

  test("what is deleted is gone in all its languages, with its history and votes", async () => {
    await save(RETURNS);
    await save(SIZES);
    await vote(RETURNS, "maria", true);

    expect(await answers.remove("demo", RETURNS)).toBe(true);
    expect(await answers.remove("demo", RETURNS)).toBe(false);

    expect((await published()).map(({ id }) => id)).toEqual([SIZES]);
    expect((await historyOf(storage.db, "demo", RETURNS, "en")).versions).toEqual([]);
    expect(await storage.db.selectFrom("answer_votes").selectAll().execute()).toEqual([]);
  });

  test("answers are in the order that was asked for, new ones and those that were forgotten last", async () => {
    for (const id of [RETURNS, SIZES, GIFTS]) await save(id);
    await save(aUuid(4), {}, "other");
    const order = async () => (await bookOf(storage.db, "demo")).answers.map(({ id }) => id);
    expect(await order()).toEqual([RETURNS, SIZES, GIFTS]);

    await answers.order("demo", [GIFTS, aUuid(4), GIFTS, aUuid(99), RETURNS]);
    await save(aUuid(5));

    expect(await order()).toEqual([GIFTS, RETURNS, SIZES, aUuid(5)]);
    expect((await published()).map(({ id }) => id)).toEqual([GIFTS, RETURNS, SIZES, aUuid(5)]);
    expect(await writtenAnswer(storage.db, "other", aUuid(4))).toMatchObject({ version: 1 });
  });

  test("categories are replaced as a whole, and answers of one that is gone stay without one", async () => {
    await replaceCategories(storage.db, "demo", [DELIVERY, SHOP]);
    await save(RETURNS, { categoryId: DELIVERY.id });
    await save(SIZES, { categoryId: SHOP.id });
    const renamed = { ...SHOP, icon: "star" as const, names: { en: "Our shop" } };

    expect(await replaceCategories(storage.db, "demo", [{ ...DELIVERY, id: aUuid(103) }, renamed])).toBe(true);

    const book = await bookOf(storage.db, "demo");
    expect(book.categories).toEqual([{ ...DELIVERY, id: aUuid(103) }, renamed]);
    expect(book.answers.map(({ categoryId }) => categoryId)).toEqual([null, SHOP.id]);
    await replaceCategories(storage.db, "demo", []);
    expect((await bookOf(storage.db, "demo")).categories).toEqual([]);
  });

  test("another shop's category is neither changed nor used", async () => {
    await replaceCategories(storage.db, "other", [DELIVERY]);

    expect(await replaceCategories(storage.db, "demo", [SHOP, { ...DELIVERY, names: { en: "Mine" } }])).toBe(false);
    await save(RETURNS, { categoryId: DELIVERY.id });

    expect((await bookOf(storage.db, "other")).categories).toEqual([DELIVERY]);
    expect(await bookOf(storage.db, "demo")).toMatchObject({ categories: [], answers: [{ categoryId: null }] });
  });

  test("readers hear of every change, and of nothing else", async () => {
    const changes = [
      () => save(RETURNS),
      () => save(RETURNS, { version: 1, published: false }),
      () => answers.order("demo", [RETURNS]),
      () => replaceCategories(storage.db, "demo", [DELIVERY]),
      () => answers.remove("demo", RETURNS),
    ];
    expect(await versionOf()).toBe(0);
    for (const [done, change] of changes.entries()) {
      await change();
      expect(await versionOf()).toBe(done + 1);
    }

    await answers.remove("demo", RETURNS);
    await save(RETURNS, { version: 7 });

    expect(await versionOf()).toBe(changes.length);
    expect(await versionOf("other")).toBe(0);
  });

  test("votes count for the language that was read, and for the answer", async () => {
    await save(RETURNS);
    await save(RETURNS, { version: 1, locale: "pt" });
    await vote(RETURNS, "maria", true);
    await vote(RETURNS, "ioana", false);
    await vote(RETURNS, "rui", true, "pt");

    expect((await written(RETURNS))?.votes).toEqual({ up: 2, down: 1 });
    expect((await published()).map(({ locale, votes }) => [locale, votes])).toEqual([
      ["en", { up: 1, down: 1 }],
      ["pt", { up: 1, down: 0 }],
    ]);
  });

  test("a change that fails half-way changes nothing", async () => {
    await save(RETURNS);
    const before = [await bookOf(storage.db, "demo"), await versionOf()];
    await sql`drop table answer_versions`.execute(storage.db);

    await expect(save(RETURNS, { version: 1, question: "Half" })).rejects.toThrow();
    await expect(save(SIZES)).rejects.toThrow();

    expect([await bookOf(storage.db, "demo"), await versionOf()]).toEqual(before);
  });

  async function vote(id: string, voter: string, useful: boolean, locale = "en"): Promise<void> {
    const row = { answer_id: id, voter, locale, useful: useful ? 1 : 0, words: null, at: 1 };
    await storage.db.insertInto("answer_votes").values(row).execute();
  }
});
