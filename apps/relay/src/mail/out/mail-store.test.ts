import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Storage } from "../../storage/database.ts";
import { TestClock } from "../../testing/test-clock.ts";
import { aPostgresStorage, aSqliteStorage } from "../../testing/test-storage.ts";
import { MailStore, type Sent } from "./mail-store.ts";

const DAY_MS = 24 * 3_600_000;

function aSent(changes: Partial<Sent> = {}): Sent {
  const sent = { messageId: "<1@shop.example>", kind: "acknowledgement", recipient: "maria@mail.example" };
  return { ...sent, conversation: null, ...changes };
}

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("mails that went out, in %s", (_name, open) => {
  let storage: Storage;
  let clock: TestClock;
  let store: MailStore;
  beforeEach(async () => {
    storage = await open();
    clock = new TestClock();
    store = new MailStore(storage.db, clock);
  });
  afterEach(() => storage.close());

  test("an address gets one of a kind in a day, which stays the one at every further attempt", async () => {
    const second = aSent({ messageId: "<2@shop.example>" });
    expect(await store.noteOncePerDay(aSent(), false)).toBe(true);
    expect(await store.noteOncePerDay(second, false)).toBe(false);
    expect(await store.noteOncePerDay(second, true)).toBe(false);
    expect(await store.noteOncePerDay({ ...second, recipient: "joao@mail.example" }, false)).toBe(true);
    clock.advance(DAY_MS - 1);
    expect(await store.noteOncePerDay(aSent(), true)).toBe(true);
    expect(await store.noteOncePerDay(aSent({ messageId: "<3@shop.example>" }), false)).toBe(false);

    clock.advance(1);

    expect(await store.noteOncePerDay(aSent({ messageId: "<3@shop.example>" }), false)).toBe(true);
  });

  test("what went out is not the one when it is asked for again", async () => {
    expect(await store.noteOncePerDay(aSent(), false)).toBe(true);

    expect(await store.noteOncePerDay(aSent(), false)).toBe(false);
  });

  test("a reply does not count as an acknowledgement", async () => {
    await store.note(aSent({ kind: "reply" }));
    await store.note(aSent({ kind: "reply" }));

    expect(await store.noteOncePerDay(aSent({ messageId: "<2@shop.example>" }), false)).toBe(true);
  });
});
