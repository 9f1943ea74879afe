import type { PageCost } from "./page-cost.ts";
import type { Figures, Round } from "./rounds.ts";
import type { Variant } from "./scenario.ts";
import type { Weight } from "./sizes.ts";
import { median, medianRatio } from "./statistics.ts";
import { ratio, table, tenth, whole } from "./table.ts";

/** What a run found. A part that was not asked for is missing. */
export interface Findings {
  machine: readonly string[];
  /** Parts that were asked for and could not be measured. */
  faults: readonly string[];
  rounds?: readonly Round[];
  weights?: readonly Weight[];
  pages?: readonly PageCost[];
}

/** The whole report as Markdown, ratios first. */
export function report({ machine, faults, rounds, weights, pages }: Findings): string {
  return [
    "# Figures",
    "Written by `npm run bench`. On a shared machine the ratios mean something; absolute figures show the order of magnitude.",
    ...(rounds ? relayPart(rounds) : []),
    ...(weights ? sizePart(weights) : []),
    ...(pages ? pagePart(pages) : []),
    ...(faults.length > 0 ? [`**Could not be measured in this run: ${faults.join(", ")}.**`] : []),
    "## Machine",
    machine.map((line) => `- ${line}`).join("\n"),
    "",
  ].join("\n\n");
}

function relayPart(rounds: readonly Round[]): string[] {
  const rates = rounds[0]?.shopbell.rates.map(({ perSecond }) => perSecond) ?? [];
  return [
    "## Round trip: visitor, relay, agent",
    `Shopbell parses, checks access and limits, commits durably (SQLite, synchronous=FULL), acknowledges and delivers. Bare \`ws\`
parses, stamps and forwards. One process on one core, the load on another; ${rounds.length} rounds, medians. Capacity is the CPU
time per message of bare \`ws\` divided by Shopbell's, in the same round.`,
    table(
      ["Shopbell : bare ws", "measured", "target"],
      [
        ["capacity", ratio(medianRatio(...both(rounds, cpuUs, "bare ws", "shopbell"))), ">= 0.45"],
        ["messages/s at saturation", ratio(medianRatio(...both(rounds, throughput, "shopbell", "bare ws"))), ""],
        ...rates.flatMap((perSecond) => latencyRatios(rounds, perSecond)),
      ],
    ),
    table(
      ["", "bare ws", "Shopbell"],
      [
        ["messages/s at saturation", ...sides(rounds, throughput, whole)],
        ["µs of CPU per message", ...sides(rounds, cpuUs, tenth)],
        ["share of the core used", ...sides(rounds, ({ saturation }) => saturation.busy, ratio)],
        ...rates.flatMap((perSecond) => [
          [`p50 at ${whole(perSecond)}/s, µs`, ...sides(rounds, p50(perSecond), whole)],
          [`p99 at ${whole(perSecond)}/s, µs`, ...sides(rounds, p99(perSecond), whole)],
        ]),
      ],
    ),
  ];
}

function latencyRatios(rounds: readonly Round[], perSecond: number): string[][] {
  const target = perSecond === 2_000 ? "<= 4" : "";
  const of = (figure: Figure) => ratio(medianRatio(...both(rounds, figure, "shopbell", "bare ws")));
  return [
    [`p50 at ${whole(perSecond)}/s`, of(p50(perSecond)), target],
    [`p99 at ${whole(perSecond)}/s`, of(p99(perSecond)), target],
  ];
}

function sizePart(weights: readonly Weight[]): string[] {
  const total = weights.reduce((sum, { bytes, first }) => sum + (first ? bytes : 0), 0);
  const rows = weights.map(({ file, bytes }) => [file, whole(bytes), file === "widget.js" ? "1,500" : ""]);
  return [
    "## Size of the widget",
    table(
      ["file", "bytes (brotli 11)", "budget"],
      [...rows, ["loader and app: what a first message needs", whole(total), "14,000"]],
    ),
  ];
}

function pagePart(pages: readonly PageCost[]): string[] {
  return [
    "## What the shop's page pays",
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
  ];
}

type Figure = (figures: Figures) => number;

const throughput: Figure = ({ saturation }) => saturation.perSecond;
const cpuUs: Figure = ({ saturation }) => saturation.cpuUs;
const p50 =
  (perSecond: number): Figure =>
  ({ rates }) =>
    rates.find((rate) => rate.perSecond === perSecond)?.p50Us ?? Number.NaN;
const p99 =
  (perSecond: number): Figure =>
  ({ rates }) =>
    rates.find((rate) => rate.perSecond === perSecond)?.p99Us ?? Number.NaN;

function both(rounds: readonly Round[], figure: Figure, above: Variant, below: Variant): [number[], number[]] {
  return [rounds.map((round) => figure(round[above])), rounds.map((round) => figure(round[below]))];
}

function sides(rounds: readonly Round[], figure: Figure, show: (value: number) => string): [string, string] {
  const [bare, ours] = both(rounds, figure, "bare ws", "shopbell");
  return [show(median(bare)), show(median(ours))];
}
