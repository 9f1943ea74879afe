import { expect, test } from "vitest";
import { keepHandWritten, reportPage } from "./page.ts";
import { atLeast, atMost, type Section } from "./section.ts";
import { ratio, whole } from "./table.ts";

const aSection = (verdicts: Section["verdicts"]): Section => ({ title: "Speed", body: ["Fast."], verdicts });
const aPage = (text: string) =>
  reportPage({ sections: [{ title: text, body: [], verdicts: [] }], machine: ["a box"], faults: [] });

test("a new run keeps what people wrote below the last one, and nothing else of it", () => {
  const first = `${keepHandWritten(aPage("old figures"), "")}The disk is slow.\n`;

  const second = keepHandWritten(aPage("new figures"), first);

  expect(second).toContain("new figures");
  expect(second).not.toContain("old figures");
  expect(second.endsWith("## Where we miss, and why\nThe disk is slow.\n")).toBe(true);
  expect(keepHandWritten(aPage("new figures"), second)).toBe(second);
});

test("a target that is reached exactly is met, from either side", () => {
  expect(atLeast("capacity", 0.45, 0.45, ratio).met).toBe(true);
  expect(atLeast("capacity", 0.45, 0.44, ratio).met).toBe(false);
  expect(atMost("bytes", 1_500, 1_500, whole).met).toBe(true);
  expect(atMost("bytes", 1_500, 1_501, whole).met).toBe(false);
});

test("what was not measured does not meet a target", () => {
  expect(atLeast("capacity", 0.45, Number.NaN, ratio).met).toBe(false);
  expect(atMost("bytes", 1_500, Number.NaN, whole).met).toBe(false);
});

test("every target stands on the page with what was measured beside it", () => {
  const page = reportPage({
    sections: [aSection([atLeast("capacity", 0.45, 0.25, ratio)])],
    machine: ["a box"],
    faults: [],
  });

  expect(page).toMatch(/\| capacity \| >= 0.45 \| +0.25 \| missed \|/);
});
