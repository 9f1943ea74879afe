// `npm run bench`: measures the relay beside its peers, and what the widget costs a shop's page; prints the report. A whole run
// that went well is kept in docs/performance.md. For development, and kept nowhere: `--quick` runs one round, `--rounds N` as
// many as asked, `--only sizes|pages|messages|idle|fan-out|growth` one part, `--variant redis` the variants of that name.
import { readFile, writeFile } from "node:fs/promises";
import { buildStale } from "../scripts/build.ts";
import { type Part, readAsked } from "./asked.ts";
import { measureAnswers } from "./parts/answers.ts";
import { measureFanOut } from "./parts/fan-out.ts";
import { measureGrowth } from "./parts/growth.ts";
import { measureIdle } from "./parts/idle.ts";
import { measureMessages } from "./parts/messages.ts";
import { measureShop } from "./parts/page-cost.ts";
import { weighWidget } from "./parts/sizes.ts";
import { keepToLoadCore } from "./processes.ts";
import { answersSection } from "./report/answers-section.ts";
import { pagesSection, sizesSection } from "./report/browser-section.ts";
import { capacityChart } from "./report/capacity-chart.ts";
import { fanOutSection } from "./report/fan-out-section.ts";
import { growthSection } from "./report/growth-section.ts";
import { idleSection } from "./report/idle-section.ts";
import { describeMachine } from "./report/machine.ts";
import { messagesSection } from "./report/messages-section.ts";
import { keepHandWritten, reportPage } from "./report/page.ts";
import { backings } from "./trial.ts";

const PAGE = new URL("../docs/performance.md", import.meta.url);
const CHART = "pictures/bench-capacity.svg";

const asked = readAsked(process.argv.slice(2));
const faults: string[] = [];

await buildStale();
const weights = await measure("sizes", weighWidget);
const pages = await measure("pages", () => measureShop(asked.pageLoads));
keepToLoadCore(); // the browser had both
const messages = await measure("messages", () => measureMessages(asked, count("messages")));
const idle = await measure("idle", () => measureIdle(asked.rounds, count("idle")));
const fanOut = await measure("fan-out", () => measureFanOut(asked.rounds, count("fan-out")));
const growth = await measure("growth", () => measureGrowth(asked.rounds, count("growth")));
await backings.stop();
const answers = await measure("answers", measureAnswers);

const findings = {
  sections: [
    messages && messagesSection(messages),
    fanOut && fanOutSection(fanOut),
    idle && idleSection(idle),
    growth && growthSection(growth),
    answers && answersSection(answers),
    weights && sizesSection(weights),
    pages && pagesSection(pages.costs),
  ].filter((section) => section !== undefined),
  machine: describeMachine(["npm run bench", ...process.argv.slice(2)].join(" "), pages?.browser),
  faults,
};
console.log(reportPage(findings));
if (asked.isWhole && process.exitCode === undefined && messages) {
  await writeFile(new URL(CHART, PAGE), capacityChart(messages));
  await writeFile(PAGE, keepHandWritten(reportPage({ ...findings, chart: CHART }), await readFile(PAGE, "utf8")));
}

/** Runs a part that was asked for. One that fails is named in the report, and does not take the others' figures with it. */
async function measure<T>(part: Part, run: () => Promise<T>): Promise<T | undefined> {
  if (!asked.parts.includes(part)) return undefined;
  try {
    return await run();
  } catch (error) {
    console.error(error);
    faults.push(`${part}: ${error}`);
    process.exitCode = 1;
    return undefined;
  }
}

function count(part: Part): (round: number) => void {
  return (round) => console.error(`${part}: round ${round} of ${asked.rounds}`);
}
