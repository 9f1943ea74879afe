import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const ROWS = [...readFileSync("docs/security.md", "utf8").matchAll(/^\| (.+) \| `([^`]+\.test\.tsx?)`:(.*) \|$/gm)];

test("every promise about security names a test that exists", () => {
  expect(ROWS.length).toBeGreaterThan(20);

  const missing = ROWS.filter(([, , file = "", title = ""]) => !readFileSync(file, "utf8").includes(title.trim()));

  expect(missing.map(([row]) => row)).toEqual([]);
});
