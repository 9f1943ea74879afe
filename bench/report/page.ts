import type { Section } from "./section.ts";
import { table } from "./table.ts";

/** Everything from here to the end of the page is written by people, and every run keeps it. */
const BY_HAND = "<!-- Written by hand from here on; `npm run bench` keeps it. -->";
const NOTHING_YET = `${BY_HAND}\n\n## Where we miss, and why\n`;

/** What a run found. */
export interface Findings {
  readonly sections: readonly Section[];
  readonly machine: readonly string[];
  /** Parts that were asked for and could not be measured, and why. */
  readonly faults: readonly string[];
  /** Address of a picture of the figures, where there is one. */
  readonly chart?: string;
}

/** The report as Markdown: targets first, then everything that was measured. */
export function reportPage({ sections, machine, faults, chart }: Findings): string {
  const verdicts = sections.flatMap((section) => section.verdicts);
  return [
    "# Performance",
    "Written by `npm run bench` after a whole run. On a shared machine the ratios mean something; absolute figures show the order of magnitude.",
    ...(faults.length > 0 ? [`**Not measured in this run:**\n${bullets(faults)}`] : []),
    "## Targets",
    table(
      ["", "target", "measured", ""],
      verdicts.map(({ what, target, measured, met }) => [what, target, measured, met ? "met" : "missed"]),
    ),
    ...(chart === undefined ? [] : [`![Capacity of each variant beside bare ws](${chart})`]),
    ...sections.flatMap(({ title, body }) => [`## ${title}`, ...body]),
    "## Machine",
    bullets(machine),
    "",
  ].join("\n\n");
}

/** The new page with what people wrote below the old one. */
export function keepHandWritten(page: string, before: string): string {
  const start = before.indexOf(BY_HAND);
  return `${page}${start < 0 ? NOTHING_YET : before.slice(start)}`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join("\n");
}
