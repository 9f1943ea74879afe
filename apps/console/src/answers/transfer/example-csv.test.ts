import { expect, test } from "vitest";
import { exampleCsv } from "./example-csv.ts";

test("the example has one answer, in every language of the shop by the same id, and publishes nothing", () => {
  const [, ...rows] = exampleCsv("the-id", ["en", "pt"]).trimEnd().split("\r\n");

  expect(rows.map((row) => row.split(",").slice(0, 2))).toEqual([
    ["the-id", "en"],
    ["the-id", "pt"],
  ]);
  expect(rows.every((row) => row.includes(",no,"))).toBe(true);
});
