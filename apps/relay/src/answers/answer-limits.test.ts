import type { AnswerEdit } from "@shopbell/protocol";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { writtenAnswer } from "./answer-book-store.ts";
import { anEdit, aUuid } from "./answer-builders.ts";
import { AnswerStore } from "./answer-store.ts";

const RETURNS = aUuid(1);
const ANA = aUuid(900);

/** An answer that nothing was written of yet. */
function aRow(n: number) {
  const shared = { category_id: null, paths: "[]", keywords: "[]", version: 1, created_at: 1 };
  return { id: aUuid(n), site_key: "demo", position: n, ...shared };
}

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("many answers on %s", (_name, open) => {
  let storage: Storage;
  let answers: AnswerStore;
  beforeEach(async () => {
    storage = await open();
    answers = new AnswerStore(storage.db, new TestClock());
    await addSite(storage.db, DEMO_SITE, 1);
    await addSite(storage.db, { ...DEMO_SITE, key: "other" }, 2);
  });
  afterEach(() => storage.close());

  const save = (id: string, parts: Partial<AnswerEdit> = {}, siteKey = "demo") =>
    answers.save(siteKey, ANA, id, anEdit(parts));
  const written = (id: string) => writtenAnswer(storage.db, "demo", id);

  test("of what an answer has been, the newest 50 of each language are kept, and its address longer than these", async () => {
    await save(RETURNS, { question: "Returns" });
    await save(RETURNS, { version: 1, locale: "pt", question: "Devoluções" });
    for (let version = 2; version < 55; version += 1)
      await save(RETURNS, { version, question: "Refunds", published: false });
    const versions = async (locale: string) => {
      const rows = storage.db.selectFrom("answer_versions").select("version").where("locale", "=", locale);
      return (await rows.orderBy("version").execute()).map(({ version }) => version);
    };

    expect(await versions("en")).toEqual([1, ...Array.from({ length: 50 }, (_, n) => n + 6)]);
    expect(await versions("pt")).toEqual([2]);
    expect((await written(RETURNS))?.texts[0]?.slug).toBe("returns");

    await save(RETURNS, { version: 55, question: "Money back" });
    expect((await written(RETURNS))?.texts[0]?.slug).toBe("returns");
    expect(await versions("en")).toEqual(Array.from({ length: 50 }, (_, n) => n + 7));
  });

  test("a shop has 5,000 answers at most, which can still be changed, and another shop has its own", async () => {
    const rows = Array.from({ length: 5_000 }, (_, n) => aRow(n));
    for (let part = 0; part < 10; part += 1) {
      const some = rows.slice(part * 500, (part + 1) * 500);
      await storage.db.insertInto("answers").values(some).execute();
    }

    expect(await save(aUuid(9_000))).toBe("full");
    expect(await written(aUuid(9_000))).toBeUndefined();
    expect(await save(aUuid(1), { version: 1 })).toBe("saved");
    expect(await save(aUuid(9_000), {}, "other")).toBe("saved");
  });
});
