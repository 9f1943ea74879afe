import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aConversationId } from "@shopbell/protocol/testing";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DEMO_SITE } from "../sites/site.ts";
import { addSite } from "../sites/site-store.ts";
import { openSqliteFile } from "../storage/database.ts";
import { openSqlite } from "../storage/sqlite.ts";
import type { SqliteStorage } from "../storage/sqlite-storage.ts";
import { TestDesk } from "../testing/test-desk.ts";

const id = aConversationId(1);

let file: string;
beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), "shopbell-")), "shopbell.db");
});
afterEach(() => rmSync(join(file, ".."), { recursive: true }));

async function open(): Promise<SqliteStorage> {
  const storage = await openSqliteFile(file);
  await addSite(storage.db, DEMO_SITE, 1);
  return storage;
}

test("what another process has written is known to the next message", async () => {
  const storage = await open();
  const desk = new TestDesk(storage);
  const visitor = await desk.aVisitor();
  await desk.send(visitor, "one", id);
  const other = openSqlite(file);
  other.prepare("UPDATE visitors SET name = 'Maria' WHERE id = ?").run(visitor.id);
  other.close();

  expect(await desk.send(visitor, "two", id)).toMatchObject({ conversation: { visitor: { name: "Maria" } } });
  await storage.close();
});

test("[S2] nobody is told before the transaction has ended", async () => {
  const storage = await open();
  const { journal } = new TestDesk(storage);

  const inTransaction = new Promise((resolve) => {
    const run = () => expect(storage.sqlite.isTransaction).toBe(true);
    journal.submit({ needs: {}, run, settle: (stored) => resolve([stored, storage.sqlite.isTransaction]) });
  });

  expect(await inTransaction).toEqual([true, false]);
  await storage.close();
});

test("when nothing can be stored, everybody is told so, and later works are not affected by it", async () => {
  const storage = await open();
  const desk = new TestDesk(storage);
  const visitor = await desk.aVisitor();
  storage.sqlite.exec("PRAGMA query_only = ON");
  const outcomes = await Promise.allSettled(["one", "two"].map((text) => desk.send(visitor, text, id)));
  storage.sqlite.exec("PRAGMA query_only = OFF");

  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  await desk.send(visitor, "three", id);
  expect(await desk.textsIn(visitor, id)).toEqual(["three"]);
  await storage.close();
});

test("a closed database refuses instead of throwing", async () => {
  const storage = await open();
  const { journal } = new TestDesk(storage);
  await storage.close();

  expect(await journal.store({}, () => undefined)).toBe(false);
});

test("a message and an inbox read the tables by index, however many conversations there are", async () => {
  const { sqlite, close } = await open();
  const plan = (sql: string) =>
    sqlite
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all()
      .map((row) => row["detail"]);

  expect(plan("SELECT * FROM entries WHERE conversation = 1 AND author = 'visitor' AND message_id = 'x'")).toEqual([
    expect.stringContaining("SEARCH entries USING INDEX"),
  ]);
  expect(plan("SELECT * FROM conversations WHERE state = 'open' ORDER BY waiting_since")).toEqual([
    expect.stringContaining("conversations_open"),
  ]);
  expect(plan("SELECT * FROM conversations WHERE state = 'closed' AND closed_at < 9 ORDER BY closed_at DESC")).toEqual([
    expect.stringContaining("conversations_closed"),
  ]);
  await close();
});
