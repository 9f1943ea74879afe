import { sql } from "kysely";
import { afterEach, expect, test, vi } from "vitest";
import { SYSTEM_CLOCK } from "../clock.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import type { Storage } from "./database.ts";
import { sharedNow } from "./shared-now.ts";

const HOUR = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
});

/** What the database reads, by a machine whose clock is an hour fast. */
async function readAheadOfTime(storage: Storage, clock = SYSTEM_CLOCK): Promise<number> {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR });
  const { rows } = await sql<{ now: number }>`SELECT ${sharedNow(storage, clock, 5)} AS now`.execute(storage.db);
  await storage.close();
  return rows[0]?.now ?? 0;
}

test("relays that share a Postgres share its clock", async () => {
  const storage = await aPostgresStorage();
  const before = Date.now();

  expect(await readAheadOfTime(storage)).toBeLessThan(before + HOUR);
});

test("a file has one machine, and a test one clock", async () => {
  const file = await aSqliteStorage();
  const before = Date.now();
  const clock = new TestClock();

  expect(await readAheadOfTime(file)).toBeGreaterThanOrEqual(before + HOUR);
  expect(await readAheadOfTime(await aPostgresStorage(), clock)).toBe(clock.now() + 5);
});
