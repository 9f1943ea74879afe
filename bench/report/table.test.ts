import { expect, test } from "vitest";
import { ratio, table, tenth, whole } from "./table.ts";

test("a table's columns are as wide as their widest cell, with names at the start and figures at the end", () => {
  expect(table(["", "bare ws"], [["p50, µs", "62"]])).toBe(
    ["|         | bare ws |", "| ------- | ------: |", "| p50, µs |      62 |"].join("\n"),
  );
});

test("figures are written the same on every machine", () => {
  expect([whole(66_277.3), tenth(15.04), ratio(0.4567)]).toEqual(["66,277", "15.0", "0.46"]);
});
