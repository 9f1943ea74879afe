import { expect, test } from "vitest";
import { excerptOf } from "./excerpt.ts";

test("an answer begins without its marks, on one line", () => {
  const source =
    "## Sizes\n\nTake **your** _usual_ size, or [measure](https://shop.example/sizes):\n\n1. Heel\n- `Toe`\n> Ball";

  expect(excerptOf(source)).toBe("Sizes Take your usual size, or measure: Heel Toe Ball");
});

test("a long one is cut", () => {
  const excerpt = excerptOf("word ".repeat(2_000));

  expect(excerpt.length).toBeLessThanOrEqual(140);
  expect(excerpt).toMatch(/word…$/);
});
