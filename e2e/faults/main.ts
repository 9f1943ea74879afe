// `npm run faults -- --seed 7 --minutes 30 --only F3,F6`: runs faults until the time is over, or each once; a run that failed
// can be played again with the seed that is printed.
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FAULTS, type Fault } from "./catalogue.ts";

const LOG_FOLDER = ".cache/faults";
const SHOWN = 10;
/** Twice what the longest takes. Whatever hangs longer than that will not end. */
const MOST_MS = 45 * 60_000;

const { values } = parseArgs({
  options: { seed: { type: "string" }, minutes: { type: "string" }, only: { type: "string" } },
});
const minutes = Number(values.minutes ?? 0);
const firstSeed = Number(values.seed ?? Math.floor(Math.random() * 1e6));
const endAt = performance.now() + minutes * 60_000;
const wanted = values.only?.split(",");
const chosen = FAULTS.filter(({ fault }) => wanted?.includes(fault) ?? true);
if (chosen.length === 0) throw new Error(`--only knows ${[...new Set(FAULTS.map(({ fault }) => fault))].join(", ")}`);

// Servers are stopped when this process exits, but not when a signal ends it.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

let failures = 0;
let seed = firstSeed;
do {
  for (const fault of chosen) if (!(await passes(fault, seed))) failures += 1;
  seed += 1;
} while (performance.now() < endAt);
console.log(failures === 0 ? "\nall passed" : `\n${failures} failed`);
process.exit(failures === 0 ? 0 : 1);

async function passes({ fault, title, play }: Fault, seed: number): Promise<boolean> {
  console.log(`\n${fault} with seed ${seed}: ${title}`);
  const startedAt = performance.now();
  try {
    const { faults, measures, mishaps } = await within(MOST_MS + minutes * 60_000, play(seed, minutes));
    console.log(`  ${JSON.stringify(measures)} in ${Math.round((performance.now() - startedAt) / 1_000)} s`);
    for (const sentence of faults.slice(0, SHOWN)) console.log(`  ✗ ${sentence}`);
    if (faults.length > 0) keep(fault, seed, { faults, measures, mishaps });
    return faults.length === 0;
  } catch (error) {
    console.log(`  ✗ the run itself broke: ${error instanceof Error ? error.stack : error}`);
    return false;
  }
}

/** Not a way to go on: what hangs may still disturb the next. */
function within<T>(ms: number, ends: Promise<T>): Promise<T> {
  const late = setTimeout(() => {
    console.log(`  ✗ it has not ended within ${ms / 60_000} minutes`);
    process.exit(1);
  }, ms);
  return ends.finally(() => clearTimeout(late));
}

function keep(fault: string, seed: number, report: object): void {
  mkdirSync(LOG_FOLDER, { recursive: true });
  const file = `${LOG_FOLDER}/${fault}-${seed}.json`;
  writeFileSync(file, JSON.stringify(report, undefined, 2));
  console.log(`  everything about it: ${file}`);
}
