import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const GUIDE = readFileSync("docs/self-hosting.md", "utf8");
const CONFIG = readFileSync("apps/relay/src/config.ts", "utf8");

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []).toSorted();
}

test("the guide names every setting, and none that does not exist", () => {
  const existing = all(CONFIG, /^ {2}([A-Z][A-Z_]+): /gm);

  expect(existing.length).toBeGreaterThan(5);
  expect(all(GUIDE, /^\| `([A-Z][A-Z_]+)` \|/gm)).toEqual(existing);
});

test("the guide says of every secret that it may be in a file", () => {
  const secrets = all(/^const SECRETS = \[(.*)\];$/m.exec(CONFIG)?.[1] ?? "", /"(\w+)"/g);

  expect(secrets.length).toBeGreaterThan(0);
  expect(all(GUIDE, /`(\w+)_FILE`/g)).toEqual(secrets);
});

test("what the guide says about dying parts is what the fault runs do", () => {
  const scenarios = globSync("e2e/faults/**/*.ts").map((path) => readFileSync(path, "utf8"));
  const tried = new Set(scenarios.flatMap((source) => all(source, /\b(F\d+)[":]/g)));

  const named = all(GUIDE, /^\| .* \| (F\d+) \|$/gm);

  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((fault) => !tried.has(fault))).toEqual([]);
});
