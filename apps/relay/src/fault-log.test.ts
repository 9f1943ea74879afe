import { expect, test } from "vitest";
import { faultLog } from "./fault-log.ts";
import { TestClock } from "./testing/test-clock.ts";

test("the same fault is told once a second, and how often it came meanwhile", () => {
  const clock = new TestClock();
  const told: [string, number][] = [];
  const fault = faultLog(clock, (error, untold) => told.push([String(error), untold]));
  const lost = () => fault(new Error("the database is away"));

  for (const _ of [1, 2, 3]) lost();
  fault("something else");
  clock.advance(1_000);
  lost();

  expect(told).toEqual([
    ["Error: the database is away", 0],
    ["something else", 0],
    ["Error: the database is away", 2],
  ]);
});
