import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { SYSTEM_CLOCK } from "../clock.ts";
import type { JobKind } from "../conversations/ledger.ts";
import type { Storage } from "../storage/database.ts";
import { aPostgresStorage } from "../testing/test-storage.ts";
import { jobRow } from "./job-rows-store.ts";
import { JobStore } from "./job-store.ts";

const HOUR = 3_600_000;
const GROUPING = 120_000;

let storage: Storage;
let jobs: JobStore;
beforeEach(async () => {
  storage = await aPostgresStorage();
  jobs = new JobStore(storage, SYSTEM_CLOCK);
});
afterEach(async () => {
  vi.useRealTimers();
  await storage.close();
});

/** From now on by a relay whose machine is an hour ahead of the database. */
function anHourFast(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR });
}

function aJob(kind: JobKind, runAt: number) {
  return { kind, key: "1001", payload: { conversation: 1001 }, runAt };
}

/** As a conversation asks in its own transaction. */
async function askWithin(kind: JobKind, pause: number): Promise<void> {
  const now = Date.now();
  await storage.db
    .insertInto("jobs")
    .values(jobRow(aJob(kind, now + pause), now))
    .execute();
}

test("a relay whose clock is fast takes over nothing that is under way elsewhere", async () => {
  await jobs.ask(aJob("reply", Date.now()));
  expect(await jobs.lease(["reply"], 1)).toHaveLength(1);
  anHourFast();

  expect(await jobs.lease(["reply"], 1)).toEqual([]);
});

test("a relay whose clock is fast sends no mail, and wakes nothing, before its time", async () => {
  await askWithin("reply", GROUPING);
  await askWithin("wake", GROUPING);
  anHourFast();

  expect(await jobs.lease(["reply", "wake"], 2)).toEqual([]);
});

test("what a relay asks for whose clock is fast is done at once rather than an hour late, and after pauses where it fails", async () => {
  anHourFast();
  await askWithin("reply", GROUPING);

  const [job] = await jobs.lease(["reply"], 1);
  expect(job).toMatchObject({ attempts: 1 });

  if (job) await jobs.fail(job, new Error("away"), { isFinal: false, random: 0.5 });
  expect(await jobs.lease(["reply"], 1)).toEqual([]);
});

test("what a relay asks for whose clock is fast wakes when an agent said", async () => {
  anHourFast();
  await askWithin("wake", -HOUR + GROUPING);
  await jobs.ask(aJob("reply", Date.now() + GROUPING));
  expect(await jobs.lease(["wake", "reply"], 2)).toEqual([]);

  await jobs.ask(aJob("alert", Date.now()));
  expect(await jobs.lease(["alert"], 1)).toHaveLength(1);
});
