import { expect, test } from "vitest";
import { blocksOf } from "./markdown.ts";
import { excerptOf, plainText } from "./plain-text.ts";

test("what an answer says is there without its marks, line by line", () => {
  const source =
    "# Returns\n\nWithin **30** days, [free](https://shop.example).\n\n1. Pack\n   - well\n2. Post\n\n> `thanks`\n\n```\nx\n```";

  expect(plainText(blocksOf(source))).toBe("Returns\nWithin 30 days, free.\nPack\nwell\nPost\nthanks\nx\n");
  expect(plainText([])).toBe("");
});

test("an excerpt is one line, and ends between words", () => {
  const blocks = blocksOf("Returns are free.\n\nSend it back within\n30 days.");

  expect(excerptOf(blocks, 200)).toBe("Returns are free. Send it back within 30 days.");
  expect(excerptOf(blocks, 46)).toBe("Returns are free. Send it back within 30 days.");
  expect(excerptOf(blocks, 30)).toBe("Returns are free. Send it…");
});

test("an excerpt of one long word is cut within it, but never within a character", () => {
  expect(excerptOf(blocksOf("a".repeat(50)), 10)).toBe("aaaaaaaaa…");
  expect(excerptOf(blocksOf(`aaaaaaaa${"😀".repeat(9)}`), 10)).toBe("aaaaaaaa…");
});
