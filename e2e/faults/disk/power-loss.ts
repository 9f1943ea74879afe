import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { programPath } from "../../../apps/relay/src/testing/program.ts";
import { Chance } from "../chance.ts";
import { Installation } from "../installation.ts";
import { openBrowsers } from "../people/browser.ts";
import { pause, Workload } from "../workload.ts";
import { Disk } from "./disk.ts";
import { type Acknowledged, faultsIn } from "./look-into.ts";
import { FILES, readTrace, type Step, straceCommand } from "./trace.ts";

/** Few visitors and busy agents: what counts is how many commits there are. */
const SIZE = { visitors: 6, conversations: 6, agents: 8, paceMs: [50, 250] } as const;
const TALK_MS = 8_000;

export interface PowerLossOptions {
  readonly seed: number;
  /** Moments at which the power fails. */
  readonly points: number;
  readonly preload?: readonly string[];
}

/** What a relay did to its disk while people talked. */
interface Writing {
  readonly before: ReadonlyMap<string, Buffer>;
  readonly steps: readonly Step[];
}

/**
 * F10: records what a relay writes, syncs and acknowledges, and then cuts the power at many moments of that: is
 * everything there that was acknowledged until then?
 */
export async function powerLoss({ seed, points, preload = [] }: PowerLossOptions) {
  const chance = new Chance(`F10/${seed}`);
  const { before, steps } = await recordWriting(chance, preload);
  const moments = Array.from({ length: points }, () => Math.floor(chance.between(1, steps.length + 1)));
  moments.sort((a, b) => a - b);
  const disk = new Disk(before);
  const acknowledged: Acknowledged[] = [];
  const faults: string[] = [];
  let done = 0;
  for (const moment of moments) {
    for (const step of steps.slice(done, moment)) {
      disk.apply(step);
      if (step.kind === "acknowledge") acknowledged.push(...step.messages);
    }
    done = moment;
    const found = disk.afterPowerLoss(chance);
    faults.push(
      ...inFolder(found, (folder) => faultsIn(folder, acknowledged)).map((fault) => `step ${moment}: ${fault}`),
    );
  }
  return { faults, steps: steps.length, messages: acknowledged.length };
}

async function recordWriting(chance: Chance, preload: readonly string[]): Promise<Writing> {
  openBrowsers();
  const traces = mkdtempSync(join(tmpdir(), "shopbell-strace-"));
  const under = straceCommand(programPath("strace", "strace"), join(traces, "trace"));
  const before = new Map<string, Buffer>();
  const furnished = (folder: string) => {
    for (const [file, bytes] of readFiles(folder)) before.set(file, bytes);
  };
  const plan = { relays: 1, agents: SIZE.agents, preload, under, furnished };
  const installation = await Installation.open(plan, chance);
  const workload = new Workload(installation, SIZE, chance.fork("people"));
  try {
    await workload.arrive();
    workload.talk();
    await pause(TALK_MS);
    workload.leave();
    await Promise.all(installation.relays.map((relay) => relay.kill()));
    return { before, steps: mainSteps(traces) };
  } finally {
    workload.leave();
    await installation.close();
    rmSync(traces, { recursive: true });
  }
}

/** SQLite runs on one thread, and so do the sockets: only the order within one file is known. */
function mainSteps(folder: string): Step[] {
  const threads = readdirSync(folder).map((name) => readTrace(readFileSync(join(folder, name), "latin1")));
  const writers = threads.filter((steps) => steps.some(({ kind }) => kind !== "acknowledge"));
  const [steps] = writers;
  if (steps === undefined || writers.length > 1) throw new Error(`${writers.length} threads wrote to the database`);
  return steps;
}

function readFiles(folder: string): Map<string, Buffer> {
  const there = FILES.filter((file) => existsSync(join(folder, file)));
  return new Map(there.map((file) => [file, readFileSync(join(folder, file))]));
}

function inFolder<T>(files: ReadonlyMap<string, Buffer>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "shopbell-power-"));
  try {
    for (const [file, bytes] of files) writeFileSync(join(folder, file), bytes);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
