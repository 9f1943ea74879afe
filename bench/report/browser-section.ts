import type { PageCost } from "../parts/page-cost.ts";
import type { Weight } from "../parts/sizes.ts";
import { atMost, type Section } from "./section.ts";
import { table, tenth, whole } from "./table.ts";

export function sizesSection(weights: readonly Weight[]): Section {
  const first = weights.reduce((sum, weight) => sum + (weight.first ? weight.bytes : 0), 0);
  const loader = weights.find(({ file }) => file === "widget.js")?.bytes ?? Number.NaN;
  return {
    title: "Size of the widget",
    body: [
      table(
        ["file", "bytes (brotli 11)"],
        [
          ...weights.map(({ file, bytes }) => [file, whole(bytes)]),
          ["loader and app: what a first message needs", whole(first)],
        ],
      ),
    ],
    verdicts: [
      atMost("loader, bytes (brotli 11)", 1_500, loader, whole),
      atMost("first message, bytes (brotli 11)", 14_000, first, whole),
    ],
  };
}

export function pagesSection(pages: readonly PageCost[]): Section {
  const of = (scenario: PageCost["scenario"]) => pages.find((page) => page.scenario === scenario);
  const added = (of("with the bell")?.blockingMs ?? Number.NaN) - (of("page alone")?.blockingMs ?? Number.NaN);
  return {
    title: "What the shop's page pays",
    body: [
      "A product page of the demo shop, CPU slowed 4x, medians. Totals, the page's own part included; the browser reports tasks above 50 ms only.",
      table(
        ["", "bytes", "requests", "script ms", "blocking ms", "longest task ms"],
        pages.map((page) => [
          page.scenario,
          whole(page.bytes),
          whole(page.requests),
          tenth(page.scriptMs),
          tenth(page.blockingMs),
          tenth(page.longestTaskMs),
        ]),
      ),
    ],
    verdicts: [atMost("blocking ms that the bell adds to the page", 0, Math.max(0, added), tenth)],
  };
}
