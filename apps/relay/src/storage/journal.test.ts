import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { COMMIT_GROUP } from "../limits.ts";
import { Journal } from "./journal.ts";

let sqlite: DatabaseSync;
let journal: Journal;
let groups: number;
let faults: unknown[];

beforeEach(() => {
  groups = 0;
  faults = [];
  sqlite = new DatabaseSync(":memory:");
  sqlite.exec("CREATE TABLE words (word TEXT PRIMARY KEY)");
  journal = new Journal(sqlite, {
    begun: () => undefined,
    groupSettled: () => (groups += 1),
    commitFailed: (error) => faults.push(error),
  });
});
afterEach(() => {
  if (sqlite.isOpen) sqlite.close();
});

function write(word: string): () => void {
  return () => sqlite.prepare("INSERT INTO words VALUES (?)").run(word);
}

function words(): unknown[] {
  return sqlite
    .prepare("SELECT word FROM words ORDER BY rowid")
    .all()
    .map(({ word }) => word);
}

test("what one turn submits is one commit, in order, and nothing is stored before the turn ends", async () => {
  const stored = Promise.all([journal.store(write("a")), journal.store(write("b")), journal.store(write("c"))]);
  expect(words()).toEqual([]);

  expect(await stored).toEqual([true, true, true]);

  expect(words()).toEqual(["a", "b", "c"]);
  expect(groups).toBe(1);
});

test("[S2] nobody is told before the transaction has ended", async () => {
  const inTransaction = new Promise((resolve) => {
    journal.submit({ run: write("a"), settle: () => resolve(sqlite.isTransaction) });
  });

  expect(await inTransaction).toBe(false);
});

test("a group is capped, and the rest follows in order", async () => {
  const all = Array.from({ length: COMMIT_GROUP + 1 }, (_, index) => `word ${index}`);

  await Promise.all(all.map((word) => journal.store(write(word))));

  expect(groups).toBe(2);
  expect(words()).toEqual(all);
});

test("a work that cannot be stored takes nobody else with it", async () => {
  const outcome = await Promise.all(["a", "a", "b"].map((word) => journal.store(write(word))));

  expect(outcome).toEqual([true, false, true]);
  expect(words()).toEqual(["a", "b"]);
});

test("when nothing can be stored, everybody is told so, and later works are not affected by it", async () => {
  sqlite.exec("PRAGMA query_only = ON");
  const outcome = await Promise.all(["a", "b"].map((word) => journal.store(write(word))));
  sqlite.exec("PRAGMA query_only = OFF");

  expect(outcome).toEqual([false, false]);
  expect(faults.length).toBeGreaterThan(0);
  expect(await journal.store(write("c"))).toBe(true);
  expect(words()).toEqual(["c"]);
});

test("a closed database refuses instead of throwing", async () => {
  sqlite.close();

  expect(await journal.store(() => undefined)).toBe(false);
});

test("a reader that asks for it comes after everything that was submitted", async () => {
  journal.submit({ run: write("a"), settle: () => undefined });

  await journal.settled();

  expect(words()).toEqual(["a"]);
});

test("flush stores at once", () => {
  journal.submit({ run: write("a"), settle: () => undefined });

  journal.flush();

  expect(words()).toEqual(["a"]);
});
