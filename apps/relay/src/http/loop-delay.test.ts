import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { LoopDelay } from "./loop-delay.ts";

/** Turns of the event loop that take this long each. */
async function turns(count: number, ms: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) {
    await pause(0);
    const until = performance.now() + ms;
    while (performance.now() < until);
  }
}

test("turns that are late one after another are seen, one that takes long is not", async () => {
  const delay = new LoopDelay();

  await turns(8, 250);
  expect(delay.ms).toBeGreaterThan(200);

  await turns(1, 500);
  await turns(60, 10);
  expect(delay.ms).toBeLessThan(200);
  delay.end();
});
