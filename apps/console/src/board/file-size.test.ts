import { expect, test } from "vitest";
import { fileSize } from "./file-size.ts";

test("a file's size is said in the unit that fits", () => {
  const sizes = [0, 999, 84_300, 1_234_567, 5_000_000_000];

  expect(sizes.map(fileSize)).toEqual(["0 byte", "999 byte", "84.3 kB", "1.2 MB", "5,000 MB"]);
});
