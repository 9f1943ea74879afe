import { setImmediate } from "node:timers/promises";

/** As long as others may wait for their turn, but for the one item that is under way. */
const SLICE_MS = 5;

/** Does something with each of many items, and lets others have their turn in between. */
export async function inSlices<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  let began = performance.now();
  for (const item of items) {
    results.push(work(item));
    if (performance.now() - began < SLICE_MS) continue;
    await setImmediate();
    began = performance.now();
  }
  return results;
}
