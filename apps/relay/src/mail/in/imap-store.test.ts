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
  const [one, two] = [new ImapStore(storage.db, clock), new ImapStore(storage.db, clock)];

  expect(await one.lease("one", 1_000)).toBe(true);
  expect(await two.lease("two", 1_000)).toBe(false);
  await two.release("two");
  expect(await two.lease("two", 1_000)).toBe(false);
  await one.release("one");
  expect(await two.lease("two", 1_000)).toBe(true);
  expect(await one.lease("one", 1_000)).toBe(false);
  clock.advance(999);
  expect(await one.lease("one", 1_000)).toBe(false);
  clock.advance(1);
  expect(await one.lease("one", 1_000)).toBe(true);
  expect(await two.lease("two", 1_000)).toBe(false);
  await storage.close();
});

test.each(DATABASES)(
  "on %s nobody takes over from a relay that is heard of, whatever their clock says",
  async (_, open) => {
    const storage = await open();
    const [clock, fast] = [new TestClock(), new TestClock()];
    fast.advance(3_600_000);
    const [one, two] = [new ImapStore(storage.db, clock), new ImapStore(storage.db, fast)];

    for (const _second of [1, 2, 3]) {
      expect(await one.lease("one", 1_000)).toBe(true);
      expect(await two.lease("two", 1_000)).toBe(false);
      fast.advance(1_000);
    }
    await storage.close();
  },
);

test.each(DATABASES)("on %s one of two takes over where both find that nobody reads", async (_, open) => {
  const storage = await open();
  const clock = new TestClock();
  const [gone, one, two] = Array.from({ length: 3 }, () => new ImapStore(storage.db, clock));
  const lease = () => Promise.all([one?.lease("one", 1_000), two?.lease("two", 1_000)]);
  await gone?.lease("gone", 1_000);
  expect(await lease()).toEqual([false, false]);

  clock.advance(1_000);

  expect((await lease()).filter(Boolean)).toHaveLength(1);
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
