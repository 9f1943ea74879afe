import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROWS = [...readFileSync("docs/security.md", "utf8").matchAll(/^\| (.+) \| `([^`]+\.test\.tsx?)`:(.*) \|$/gm)];

/** What the tests of a file are called. */
function titles(file: string): string[] {
  return [...readFileSync(file, "utf8").matchAll(/(?:\btest\(|\]\)\(|\)\()\s*(["`])(.*?)\1/gs)].flatMap(
    ([, , title]) => title ?? [],
  );
}

test("every promise about security names a test that exists", () => {
  expect(ROWS.length).toBeGreaterThan(20);

  const missing = ROWS.filter(
    ([, , file = "", title = ""]) => !titles(file).some((found) => title.trim() && found.includes(title.trim())),
  );

  expect(missing.map(([row]) => row)).toEqual([]);
});
