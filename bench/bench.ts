// `npm run bench`: measures the relay beside bare ws, the widget's size and what a shop's page pays; prints the report and keeps
// it in RESULTS.md. `--quick` runs one round, `--rounds N` as many as asked, `--only relay|sizes|pages` one part (and keeps nothing).
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { buildStale } from "../scripts/build.ts";
import { describeMachine } from "./machine.ts";
import { measurePages } from "./page-cost.ts";
import { CORE, report as reported, start, stop } from "./processes.ts";
import { report } from "./report.ts";
import { type Round, runRound } from "./rounds.ts";
import { weighWidget } from "./sizes.ts";

const { values: asked } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
    only: { type: "string" },
  },
});
const rounds = asked.quick ? 1 : Number(asked.rounds);
const pageLoads = asked.quick ? 3 : 13;

await buildStale();
const faults: string[] = [];
const weights = await measure("sizes", weighWidget);
const pages = await measure("pages", measureShop);
const relay = await measure("relay", runRounds);

const command = ["npm run bench", ...process.argv.slice(2)].join(" ");
const text = report({
  machine: describeMachine(command, pages?.browser),
  faults,
  ...(relay && { rounds: relay }),
  ...(weights && { weights }),
  ...(pages && { pages: pages.costs }),
});
console.log(text);
// Only a whole run is worth keeping.
if (asked.only === undefined && !asked.quick && faults.length === 0)
  await writeFile(new URL("RESULTS.md", import.meta.url), text);

/** Runs a part that was asked for. One that fails is named in the report, and does not take the others' figures with it. */
async function measure<T>(part: string, run: () => Promise<T>): Promise<T | undefined> {
  if (asked.only !== undefined && asked.only !== part) return undefined;
  try {
    return await run();
  } catch (error) {
    console.error(error);
    faults.push(part);
    process.exitCode = 1;
    return undefined;
  }
}

async function runRounds(): Promise<Round[]> {
  const done: Round[] = [];
  while (done.length < rounds) {
    console.error(`round ${done.length + 1} of ${rounds}`);
    done.push(await runRound());
  }
  return done;
}

async function measureShop() {
  const server = start("./relay-under-test.ts", CORE.server);
  try {
    const { port } = await reported<{ port: number }>(server);
    console.error(`${pageLoads} loads of the shop's page, three ways`);
    return await measurePages(`http://127.0.0.1:${port}/men/alfama-low/`, pageLoads);
  } finally {
    await stop(server);
  }
}
