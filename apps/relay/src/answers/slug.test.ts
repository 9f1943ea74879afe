import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { Slugs } from "./slug.ts";

const ID = "8f14e45f-ceea-467f-a8f2-1d2b3c4d5e6f";
const NONE: readonly string[] = [];
const slugOf = (question: string, taken: Iterable<string> = NONE, own?: string) =>
  new Slugs(taken).give(question, ID, own);

test.each([
  ["How long is delivery to Romania?", "how-long-is-delivery-to-romania"],
  ["  Posso devolver?  Não sei… ", "posso-devolver-nao-sei"],
  ["Größe 42½ – paßt das?", "große-42-paßt-das"],
  ["What's the “30 days” rule/policy?", "what-s-the-30-days-rule-policy"],
  ["Сколько ждать? Ещё", "сколько-ждать-ещё"],
  ["كم مدة التوصيل؟", "كم-مدة-التوصيل"],
  ["返品できますか？", "返品できますか"],
  ["क्या मैं वापस कर सकता हूँ?", "क्या-मैं-वापस-कर-सकता-हूँ"],
  ["İstanbul’a kargo", "istanbul-a-kargo"],
  ["../../etc/passwd?x=1#<b>", "etc-passwd-x-1-b"],
])("%s is at %s", (question, slug) => {
  expect(slugOf(question)).toBe(slug);
});

test("a question without letters is at the beginning of its id", () => {
  for (const question of ["???", "👟👟", "\u0301"]) expect(slugOf(question)).toBe("8f14e45f");
});

test("the second of the same name has a number, and so has the third", () => {
  expect(slugOf("Returns", ["returns"])).toBe("returns-2");
  expect(slugOf("Returns", ["returns", "returns-2"])).toBe("returns-3");
  expect(slugOf("Returns", ["returns-2"])).toBe("returns");
});

test("a long question is cut, not within a character, and a number still fits", () => {
  const long = slugOf("a ".repeat(100));
  expect(long).toHaveLength(79);
  expect(slugOf("a".repeat(200), ["a".repeat(80)])).toBe(`${"a".repeat(78)}-2`);
  expect(slugOf(`${"a".repeat(79)}𠮷`)).toBe("a".repeat(79));
});

test("whatever the question, there is a name for it that is nobody else's and fits into an address", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), fc.integer({ min: 0, max: 12 }), (question, others) => {
      const taken = new Set<string>();
      for (let n = 0; n < others; n += 1) taken.add(slugOf(question, taken));
      expect(taken.size).toBe(others);

      const slug = slugOf(question, taken);

      expect(taken).not.toContain(slug);
      expect(slug).toMatch(/^[\p{L}\p{M}\p{N}-]+$/u);
      expect(slug.length).toBeLessThanOrEqual(80);
      expect(slug.isWellFormed()).toBe(true);
    }),
  );
});

test("an answer keeps the name that it has, as long as its question is the same", () => {
  expect(slugOf("Returns", ["returns", "returns-2"], "returns-2")).toBe("returns-2");
  expect(slugOf("Returns", ["returns", "returns-2"], "returns")).toBe("returns");
});

test("of a thousand that ask the same, each looks for its number once, and not from the first one on again", () => {
  const looks = vi.spyOn(Set.prototype, "has");
  const slugs = new Slugs(NONE);

  const given = Array.from({ length: 1_000 }, () => slugs.give("Returns?", ID));

  const times = looks.mock.calls.length;
  looks.mockRestore();
  expect(new Set(given).size).toBe(1_000);
  expect(times).toBeLessThan(3_000);
});
