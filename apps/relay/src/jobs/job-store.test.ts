import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Job } from "../conversations/ledger.ts";
import type { Storage } from "../storage/database.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aPostgresStorage, aSqliteStorage } from "../testing/test-storage.ts";
import { DeadJobStore } from "./dead-job-store.ts";
import { JobStore } from "./job-store.ts";

const LEASE_MS = 120_000;
const DAY_MS = 24 * 3_600_000;
const AGAIN = { isFinal: false, random: 0.5 };
const FOR_GOOD = { isFinal: true, random: 0.5 };

describe.each([
  ["SQLite", aSqliteStorage],
  ["Postgres", aPostgresStorage],
])("jobs in %s", (_name, open) => {
  let storage: Storage;
  let clock: TestClock;
  let jobs: JobStore;
  let dead: DeadJobStore;
  beforeEach(async () => {
    storage = await open();
    clock = new TestClock();
    jobs = new JobStore(storage, clock);
    dead = new DeadJobStore(storage, clock);
  });
  afterEach(() => storage.close());

  function aJob(changes: Partial<Job> = {}): Job {
    return { kind: "reply", key: "1001", payload: { conversation: 1001 }, runAt: clock.now(), ...changes };
  }

  /** The one job that is due. */
  async function theJob() {
    const [job] = await jobs.lease(["reply"], 10);
    if (job === undefined) throw new Error("no job is due");
    return job;
  }

  test("what is due is taken, the longest due first, and only of the kinds that were asked for", async () => {
    await jobs.ask(aJob({ key: "later", runAt: clock.now() + 1 }));
    await jobs.ask(aJob({ kind: "wake" }));
    await jobs.ask(aJob({ key: "second", payload: { conversation: 2 }, runAt: clock.now() - 1 }));
    await jobs.ask(aJob({ key: "first", payload: { conversation: 1 }, runAt: clock.now() - 2 }));

    const first = await jobs.lease(["reply", "alert"], 1);
    const rest = await jobs.lease(["reply", "alert"], 10);

    expect(first).toMatchObject([{ payload: { conversation: 1 }, attempts: 1 }]);
    expect(rest).toMatchObject([{ payload: { conversation: 2 } }]);
  });

  test("two workers never take the same job", async () => {
    const keys = Array.from({ length: 40 }, (_, index) => String(index));
    for (const key of keys) await jobs.ask(aJob({ key }));
    const other = new JobStore(storage, clock);

    const leases = await Promise.all([jobs, other, jobs, other].map((store) => store.lease(["reply"], 10)));

    const ids = leases.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const left = await jobs.lease(["reply"], 40);
    expect(ids.length + left.length).toBe(40);
  });

  test("whoever crashed with a job holds it up until the lease ends", async () => {
    await jobs.ask(aJob());
    const crashed = await theJob();
    clock.advance(LEASE_MS - 1);
    expect(await jobs.lease(["reply"], 1)).toEqual([]);

    clock.advance(1);

    expect(await theJob()).toMatchObject({ id: crashed.id, attempts: 2 });
    await expect(jobs.amend(crashed, {})).rejects.toThrow("lease ended");
  });

  test("a job that is asked for again while it waits is done once, and while it is under way once more", async () => {
    await jobs.ask(aJob());
    await jobs.ask(aJob());
    const first = await theJob();
    await jobs.ask(aJob({ runAt: clock.now() + 5 }));
    await jobs.finish(first);
    expect(await jobs.lease(["reply"], 1)).toEqual([]);

    clock.advance(5);
    const second = await theJob();
    await jobs.finish(second);

    expect(second).toMatchObject({ id: first.id, attempts: 1 });
    clock.advance(DAY_MS);
    expect(await jobs.lease(["reply"], 1)).toEqual([]);
  });

  test("what fails is tried again after longer and longer pauses, and given up after a day", async () => {
    await jobs.ask(aJob());
    const pauses: number[] = [];
    for (let isDead = false; !isDead; ) {
      isDead = await jobs.fail(await theJob(), new Error("no\r\nanswer"), AGAIN);
      const failedAt = clock.now();
      if (!isDead) await untilDue();
      pauses.push(clock.now() - failedAt);
    }

    expect(pauses.slice(0, 4)).toEqual([10_000, 60_000, 300_000, 1_800_000]);
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(0.9 * DAY_MS);
    expect(await dead.list(["reply"])).toMatchObject([{ error: "no answer", payload: { conversation: 1001 } }]);
    expect(await jobs.countDue(["reply"])).toBe(0);
  });

  test("what failed is tried again at once when what stood in its way is gone", async () => {
    await jobs.ask(aJob());
    await jobs.ask(aJob({ key: "later", runAt: clock.now() + 1_000 }));
    await jobs.fail(await theJob(), new Error("no answer"), AGAIN);
    expect(await jobs.lease(["reply"], 9)).toEqual([]);

    await jobs.hurry(["reply"]);

    expect(await jobs.lease(["reply"], 9)).toMatchObject([{ attempts: 2 }]);
  });

  test("what was given up is tried again, or dropped, when an owner says so", async () => {
    await jobs.ask(aJob());
    const job = await theJob();
    const { id } = job;
    expect(await dead.retry(id)).toBe(false);
    await jobs.fail(job, new Error("no such mailbox"), FOR_GOOD);
    expect(await dead.retry(id)).toBe(true);
    expect(await theJob()).toMatchObject({ id, attempts: 2 });
    clock.advance(LEASE_MS);
    await fail();

    expect(await dead.drop(id)).toBe(true);
    expect(await dead.drop(id)).toBe(false);
    expect(await dead.list(["reply"])).toEqual([]);
  });

  test("what was given up gets another go when it is asked for again", async () => {
    await jobs.ask(aJob());
    await fail();

    await jobs.ask(aJob({ runAt: clock.now() + 5 }));
    expect(await jobs.lease(["reply"], 1)).toEqual([]);
    clock.advance(5);

    expect(await theJob()).toMatchObject({ attempts: 1 });
  });

  /** Time passes until the job is due. */
  async function untilDue() {
    const row = storage.db.selectFrom("jobs").select("run_at");
    clock.advance((await row.executeTakeFirstOrThrow()).run_at - clock.now());
  }

  async function fail() {
    await jobs.fail(await theJob(), new Error("no such mailbox"), FOR_GOOD);
  }
});
