import { expect, test } from "vitest";
import type { Storage } from "../../storage/database.ts";
import { TestClock } from "../../testing/test-clock.ts";
import { aPostgresStorage, aSqliteStorage } from "../../testing/test-storage.ts";
import { ImapStore } from "./imap-store.ts";

const DATABASES: [string, () => Promise<Storage>][] = [
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
];

test.each(DATABASES)("on %s one relay reads, until it says so or is not heard of for a while", async (_, open) => {
  const storage = await open();
  const clock = new TestClock();
  const store = new ImapStore(storage.db, clock);

  expect(await Promise.all([store.lease("one", 1_000), store.lease("one", 1_000)])).toEqual([true, true]);
  expect(await store.lease("two", 1_000)).toBe(false);
  await store.release("two");
  expect(await store.lease("two", 1_000)).toBe(false);
  await store.release("one");
  expect(await store.lease("two", 1_000)).toBe(true);
  clock.advance(1_001);
  expect(await store.lease("one", 1_000)).toBe(true);
  expect(await store.lease("two", 1_000)).toBe(false);
  await storage.close();
});

test.each(DATABASES)("on %s a mailbox is read on from where it was, if it is the same", async (_, open) => {
  const storage = await open();
  const store = new ImapStore(storage.db, new TestClock());
  expect(await store.readUpTo("mailbox", "1")).toBeUndefined();

  await store.noteRead({ mailbox: "mailbox", validity: "1", uid: 7 });
  await store.noteRead({ mailbox: "mailbox", validity: "1", uid: 8 });

  expect(await store.readUpTo("mailbox", "1")).toBe(8);
  expect(await store.readUpTo("mailbox", "2")).toBeUndefined();
  expect(await store.readUpTo("other", "1")).toBeUndefined();
  await storage.close();
});
