import { globSync, readFileSync } from "node:fs";
import { AgentFrame, PROBLEMS, RelayFrame, VisitorFrame } from "@shopbell/protocol";
import { CLOSE } from "@shopbell/protocol/limits";
import { expect, test } from "vitest";

const DOCUMENT = readFileSync("docs/protocol.md", "utf8").replaceAll(/ +\|/g, " |");
const RULES = [...DOCUMENT.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id);

/** The first column of the table below a heading. */
function column(heading: string): string[] {
  const section = DOCUMENT.split(`## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return [...section.matchAll(/^\| `?([\w.-]+)`? \|/gm)].flatMap(([, cell]) =>
    cell && !["type", "code"].includes(cell) ? [cell] : [],
  );
}

function typesOf(union: { options: readonly { shape: { type: { value: string } } }[] }): string[] {
  return union.options.map((option) => option.shape.type.value);
}

/** Rule IDs that tests name, each with one file that does. Only IDs in the document's own letters are rules of the protocol. */
function testedRules(): Map<string, string> {
  const letters = new Set(RULES.map((id) => id?.[0]));
  const files = globSync(["packages/*/src/**/*.test.{ts,tsx}", "apps/*/src/**/*.test.{ts,tsx}", "e2e/**/*.test.ts"]);
  const named = files.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\[([A-Z]\d+(?:\]\[[A-Z]\d+|, ?[A-Z]\d+)*)\]/g)].flatMap(([, ids = ""]) =>
      ids.split(/\]\[|, ?/).map((id) => [id, file] as const),
    ),
  );
  return new Map(named.filter(([id]) => letters.has(id[0])));
}

test("every rule of the protocol has a test, and no test names a rule that is not there", () => {
  expect(RULES.length).toBeGreaterThan(30);

  expect([...testedRules().keys()].sort()).toEqual([...RULES].sort());
});

test("the document lists exactly the frames that the schemas know", () => {
  const toRelay = new Set([...typesOf(VisitorFrame), ...typesOf(AgentFrame)]);
  expect(column("Frames to the relay").sort()).toEqual([...toRelay].sort());
  expect(column("Frames from the relay").sort()).toEqual(typesOf(RelayFrame).sort());
});

test("the document lists exactly the problems and close codes that the code knows", () => {
  const problems = Object.entries(PROBLEMS).map(
    ([code, { status, retry }]) => `| \`${code}\` | ${status} | ${retry ? "yes" : "no"} |`,
  );
  for (const row of problems) expect(DOCUMENT).toContain(row);
  expect(column("Problems").sort()).toEqual(Object.keys(PROBLEMS).sort());

  for (const [name, code] of Object.entries(CLOSE)) expect(DOCUMENT).toContain(`| ${code} | \`${name}\` |`);
  expect(column("Close codes").sort()).toEqual(Object.values(CLOSE).map(String).sort());
});
