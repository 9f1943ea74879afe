import { expect, test } from "vitest";
import { Turns } from "./turns.ts";

/** Work that ends when it is told to, and remembers what has begun. */
class Work {
  readonly begun: string[] = [];
  readonly #ends = new Map<string, PromiseWithResolvers<string>>();

  named(name: string): () => Promise<string> {
    const end = Promise.withResolvers<string>();
    this.#ends.set(name, end);
    return () => {
      this.begun.push(name);
      return end.promise;
    };
  }

  end(name: string): void {
    this.#ends.get(name)?.resolve(name);
  }

  fail(name: string): void {
    this.#ends.get(name)?.reject(new Error(name));
  }
}

test("so much is done at once, the rest in the order in which it came, and what would wait too long not at all", async () => {
  const work = new Work();
  const turns = new Turns({ atOnce: 2, maxWaiting: 2 });
  const [one, , three, four] = ["one", "two", "three", "four"].map((name) => turns.take(work.named(name)));

  expect(await turns.take(work.named("five"))).toBeUndefined();
  expect(work.begun).toEqual(["one", "two"]);

  work.end("one");
  expect(await one).toBe("one");
  expect(work.begun).toEqual(["one", "two", "three"]);

  work.end("three");
  expect(await three).toBe("three");
  work.end("four");
  expect(await four).toBe("four");
  expect(work.begun).toEqual(["one", "two", "three", "four"]);
});

test("work that fails gives its turn back, to who waits and to who comes later", async () => {
  const work = new Work();
  const turns = new Turns({ atOnce: 1, maxWaiting: 1 });
  const [one, two] = ["one", "two"].map((name) => turns.take(work.named(name)));

  work.fail("one");
  await expect(one).rejects.toThrow("one");
  work.fail("two");
  await expect(two).rejects.toThrow("two");

  expect(await turns.take(async () => "three")).toBe("three");
});
