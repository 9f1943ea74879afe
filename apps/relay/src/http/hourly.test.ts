import fastify from "fastify";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { hourly } from "./hourly.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

test("what is swept is swept at the beginning and each hour, also after a fault, until the relay ends", async () => {
  const app = fastify();
  let sweeps = 0;
  const faults: unknown[] = [];
  const sweep = async () => {
    sweeps += 1;
    if (sweeps === 1) throw new Error("no database");
  };
  hourly(app, sweep, (error) => faults.push(error));

  await app.ready();
  expect([sweeps, faults.length]).toEqual([1, 1]);
  vi.advanceTimersByTime(2 * 3_600_000);
  expect(sweeps).toBe(3);

  await app.close();
  vi.advanceTimersByTime(3_600_000);
  expect(sweeps).toBe(3);
});
