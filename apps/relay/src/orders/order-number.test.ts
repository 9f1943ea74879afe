import fc from "fast-check";
import { expect, test } from "vitest";
import { comparedNumber } from "./order-number.ts";

test.each([
  ["LS-20871", "ls-20871"],
  ["LS-20871", "#LS-20871"],
  ["LS-20871", " LS - 20871 "],
  ["LS-20871", "LS–20871"],
  ["LS-20871", "ＬＳ－２０８７１"],
  ["LS-20871", "LS-\u200b20871"],
  ["LS-20871", "# LS-20871"],
])("%s and %s are the same number", (one, other) => {
  expect(comparedNumber(other)).toBe(comparedNumber(one));
});

test.each([
  ["1001", "10001"],
  ["LS-20871", "LS20871"],
  ["LS-20871", "LS_20871"],
  ["1001", "01001"],
  ["1#001", "1001"],
])("%s and %s are not", (one, other) => {
  expect(comparedNumber(other)).not.toBe(comparedNumber(one));
});

test("a number that was compared once is compared as itself", () => {
  const withoutHash = fc.string({ unit: "binary" }).filter((text) => !text.normalize("NFKC").includes("#"));
  fc.assert(fc.property(withoutHash, (text) => comparedNumber(comparedNumber(text)) === comparedNumber(text)));
});
