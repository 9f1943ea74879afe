import { expect, test, vi } from "vitest";
import { anEdit, aUuid } from "./answer-builders.ts";
import { rowsOf } from "./answer-rows.ts";

const WRITER = { siteKey: "demo", agentId: null, now: 1 };

test("of a thousand texts that are written at once, each is named once, beside a thousand that there are", () => {
  const known = Array.from({ length: 1_000 }, (_, n) => {
    return { id: aUuid(n), locale: "en", slug: `question-${n}`, publishedAt: null, wasPublished: false };
  });
  const writings = known.map(({ id }, n) => {
    return { ...anEdit({ question: `Question ${n}?` }), id, version: 2, position: n, createdAt: 1 };
  });
  const adding = vi.spyOn(Set.prototype, "add");

  const { texts } = rowsOf(WRITER, writings, known);

  const added = adding.mock.calls.length;
  adding.mockRestore();
  expect(texts.map(({ slug }) => slug)).toEqual(known.map(({ slug }) => slug));
  expect(added).toBeLessThan(5_000);
});
