import { expect, test } from "vitest";
import { afresh } from "./afresh.ts";

/** Work that ends when the test says so. */
function work() {
  const runs: PromiseWithResolvers<void>[] = [];
  const ask = afresh(() => {
    const run = Promise.withResolvers<void>();
    runs.push(run);
    return run.promise;
  });
  return { runs, ask };
}

/** Everything that is due has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test("whoever asks during a run gets the next one, together with the others", async () => {
  const { runs, ask } = work();
  const first = ask();
  await settled();
  const [second, third] = [ask(), ask()];
  await settled();
  expect(runs).toHaveLength(1);

  runs[0]?.resolve();
  await first;
  await settled();

  expect(runs).toHaveLength(2);
  runs[1]?.resolve();
  await Promise.all([second, third]);
  expect(runs).toHaveLength(2);
});

test("a run that fails tells those who asked for it, and no others", async () => {
  const { runs, ask } = work();
  const first = ask();
  await settled();
  const second = ask();

  runs[0]?.reject(new Error("the database is away"));
  await expect(first).rejects.toThrow("away");
  await settled();
  runs[1]?.resolve();

  await second;
});
