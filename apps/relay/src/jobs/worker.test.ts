import { setImmediate } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Storage } from "../storage/database.ts";
import { TestClock } from "../testing/test-clock.ts";
import { aSqliteStorage } from "../testing/test-storage.ts";
import { DeadJobStore } from "./dead-job-store.ts";
import { JobFault, type LeasedJob } from "./job.ts";
import { JobStore } from "./job-store.ts";
import { JobWorker } from "./worker.ts";

const LEASE_MS = 120_000;

let storage: Storage;
let clock: TestClock;
let jobs: JobStore;
let faults: unknown[];
beforeEach(async () => {
  storage = await aSqliteStorage();
  clock = new TestClock();
  jobs = new JobStore(storage, clock);
  faults = [];
});
afterEach(() => storage.close());

function aWorker(run: (job: LeasedJob) => Promise<void>, atOnce = 2): JobWorker {
  const fault = (error: unknown) => faults.push(error);
  return new JobWorker({ jobs, kinds: ["reply"], atOnce, run, random: () => 0.5, fault });
}

async function askFor(...keys: readonly string[]) {
  for (const key of keys) await jobs.ask({ kind: "reply", key, payload: { key }, runAt: clock.now() });
}

function keyOf({ payload }: LeasedJob): string {
  return String(payload["key"]);
}

test("a job that hangs holds up no other, and no more are under way than there is room for", async () => {
  const begun: string[] = [];
  const hanging = Promise.withResolvers<void>();
  const worker = aWorker(async (job) => {
    begun.push(keyOf(job));
    if (keyOf(job) === "a") await hanging.promise;
  });
  await askFor("a", "b", "c");

  await worker.pulse();
  expect(begun).toHaveLength(2);
  const begunByNow = async () => {
    await worker.pulse();
    return begun;
  };
  await expect.poll(begunByNow).toEqual(["a", "b", "c"]);

  hanging.resolve();
  await worker.settled();
  expect(await jobs.countDue(["reply"])).toBe(0);
});

test("one that takes long keeps its job: nobody begins it a second time", async () => {
  const under = Promise.withResolvers<void>();
  const worker = aWorker(() => under.promise);
  await askFor("a");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await worker.pulse();

  await vi.advanceTimersByTimeAsync(LEASE_MS - 1);
  vi.useRealTimers();
  await setImmediate();
  clock.advance(LEASE_MS - 1);
  expect(await jobs.lease(["reply"], 1)).toEqual([]);

  under.resolve();
  await worker.settled();
  expect(await jobs.countDue(["reply"])).toBe(0);
});

test("one that fails is tried again, and told as a fault only where nobody reckoned with it", async () => {
  const worker = aWorker(async (job) => {
    throw keyOf(job) === "a" ? new JobFault("the server is away") : new TypeError("a mistake");
  });
  await askFor("a", "b");

  await worker.pulse();
  await worker.settled();

  expect(faults).toEqual([expect.any(TypeError)]);
  expect(await jobs.lease(["reply"], 2)).toEqual([]);
  clock.advance(10_000);
  expect(await jobs.lease(["reply"], 2)).toHaveLength(2);
});

test("one that leads nowhere is given up at once", async () => {
  const worker = aWorker(async () => {
    throw new JobFault("no such mailbox", { isFinal: true });
  });
  await askFor("a");

  await worker.pulse();
  await worker.settled();

  expect(await new DeadJobStore(storage, clock).list(["reply"])).toMatchObject([{ error: "no such mailbox" }]);
});

test("at the end it takes up nothing more, and waits for what is under way", async () => {
  const begun: string[] = [];
  const under = Promise.withResolvers<void>();
  const worker = aWorker(async (job) => {
    begun.push(keyOf(job));
    await under.promise;
  }, 1);
  await askFor("a", "b");
  await worker.pulse();

  const closed = worker.close();
  under.resolve();
  await closed;
  await worker.pulse();

  expect(begun).toEqual(["a"]);
  expect(await jobs.countDue(["reply"])).toBe(1);
});
