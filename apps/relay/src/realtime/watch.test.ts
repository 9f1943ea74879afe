import { MAX_REPLAYED } from "@shopbell/protocol/limits";
import { beforeEach, expect, test } from "vitest";
import { type BusListener, plain } from "./bus.ts";
import { Watch } from "./watch.ts";

let publish: BusListener;
let delivered: (number | null)[];
let missed: number;
let watch: Watch;
beforeEach(() => {
  delivered = [];
  missed = 0;
  const subscribe = (listener: BusListener) => {
    publish = listener;
    return { ready: Promise.resolve(), end: () => undefined };
  };
  watch = new Watch(
    subscribe,
    ({ seq }) => delivered.push(seq),
    () => (missed += 1),
  );
});

function entry(seq: number): void {
  publish({ ...plain("an entry"), seq });
}

test("what is published while it holds follows in order, once, after what was read", () => {
  for (const seq of [3, 4, 5]) entry(seq);

  watch.goLive(4);
  entry(6);

  expect(delivered).toEqual([5, 6]);
  expect(missed).toBe(0);
});

test("what is best effort is not kept while it holds, what is not an entry is", () => {
  publish({ ...plain("typing"), lossy: true });
  publish(plain("seen"));

  watch.goLive(0);

  expect(delivered).toEqual([null]);
});

test("it keeps no more than would be replayed: the rest is read from the database", () => {
  for (let seq = 1; seq <= MAX_REPLAYED + 5; seq += 1) entry(seq);

  watch.goLive(0);

  expect(delivered).toHaveLength(MAX_REPLAYED);
  expect(missed).toBe(1);
  expect(watch.isLive).toBe(false);
  expect(watch.head).toBe(MAX_REPLAYED);
});

test("while the reader lags nothing is kept, and the head says where they are", () => {
  watch.goLive(2);
  watch.lag(2);
  for (const seq of [3, 4]) entry(seq);

  watch.hold();
  watch.goLive(4);
  entry(5);

  expect(delivered).toEqual([5]);
});
