import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite, loadSites } from "../sites/site-store.ts";
import type { Storage } from "../storage/database.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { bookOf } from "./answer-book-store.ts";
import { aBroughtText, aUuid } from "./answer-builders.ts";
import { importTexts } from "./import-store.ts";
import type { BroughtText } from "./import-text.ts";

const WRITER = { siteKey: "demo", agentId: aUuid(900), now: 1_000 };

const some = (count: number, parts?: Partial<BroughtText>) =>
  Array.from({ length: count }, (_, n) => aBroughtText(n, parts));

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("imports on %s", (_name, open) => {
  let storage: Storage;
  beforeEach(async () => {
    storage = await open();
    await addSite(storage.db, DEMO_SITE, 1);
    await addSite(storage.db, { ...DEMO_SITE, key: "other" }, 2);
  });
  afterEach(() => storage.close());

  const bring = (texts: readonly BroughtText[], siteKey = "demo") =>
    importTexts(storage.db, { ...WRITER, siteKey }, texts);
  const book = () => bookOf(storage.db, "demo");

  test("many answers are stored in their order, with a category that is new", async () => {
    expect(await bring(some(120, { category: "Delivery" }))).toMatchObject({ added: 120, faults: [] });

    const { answers, categories } = await book();
    expect(answers.map(({ id }) => id)).toEqual(some(120).map(({ id }) => id));
    expect(categories).toMatchObject([{ names: { en: "Delivery" } }]);
    expect(new Set(answers.map(({ categoryId }) => categoryId))).toEqual(new Set([categories[0]?.id]));
  });

  test("what was there stays in its place, and readers hear of what has changed once", async () => {
    await bring(some(3));
    const changed = [...some(4).slice(1), aBroughtText(0, { source: "New" })];

    expect(await bring(changed)).toEqual({ added: 1, changed: 1, same: 2, faults: [] });
    expect(await bring(changed)).toEqual({ added: 0, changed: 0, same: 4, faults: [] });

    expect((await book()).answers.map(({ id, version }) => [id, version])).toEqual([
      [aUuid(0), 2],
      [aUuid(1), 1],
      [aUuid(2), 1],
      [aUuid(3), 1],
    ]);
    const [demo] = await loadSites(storage.db);
    expect(demo?.answersVersion).toBe(2);
  });

  test("another shop's answers stay theirs", async () => {
    await bring(some(2), "other");

    const report = await bring(some(3));

    expect(report).toMatchObject({
      added: 0,
      faults: [
        { row: 2, column: "id" },
        { row: 3, column: "id" },
      ],
    });
    expect((await book()).answers).toEqual([]);
    expect((await bookOf(storage.db, "other")).answers).toHaveLength(2);
  });

  test("two imports of the same at once bring it once", async () => {
    const reports = await Promise.all([1, 2].map(() => bring(some(20, { id: undefined }))));

    expect(reports.map(({ added }) => added).toSorted()).toEqual([0, 20]);
    expect((await book()).answers).toHaveLength(20);
  });

  test("what breaks in the middle leaves nothing", async () => {
    await bring(some(2));
    const before = await book();
    await sql`drop table answer_versions`.execute(storage.db);

    await expect(bring(some(60, { source: "New", category: "Delivery" }))).rejects.toThrow();

    expect(await book()).toEqual(before);
  });
});
