import { CORE, report, start, stop } from "./processes.ts";
import type { RateResult, SaturationResult, Step, StepResult, Target, Variant } from "./scenario.ts";

/** What one variant did in one round. */
export interface Figures {
  rates: RateResult[];
  saturation: SaturationResult;
}

export type Round = Record<Variant, Figures>;

const SERVERS: Record<Variant, string> = { "bare ws": "./bare-relay.ts", shopbell: "./relay-under-test.ts" };

const STEPS: readonly Step[] = [
  { kind: "rate", perSecond: 2_000, seconds: 1 }, // warms both ends up; not counted
  { kind: "rate", perSecond: 200, seconds: 4 },
  { kind: "rate", perSecond: 2_000, seconds: 3 },
  { kind: "saturation", warmUpSeconds: 1, seconds: 4 },
];
const UNCOUNTED_STEPS = 1;

/** Runs the variants one directly after the other, on fresh processes, so that a slow minute of the machine meets both. */
export async function runRound(): Promise<Round> {
  return { "bare ws": await run("bare ws"), shopbell: await run("shopbell") };
}

async function run(variant: Variant): Promise<Figures> {
  const server = start(SERVERS[variant], CORE.server);
  try {
    const ready = await report<Omit<Target, "variant" | "pid">>(server);
    const target = { ...ready, variant, pid: server.pid };
    const load = start("./load.ts", CORE.load, JSON.stringify({ target, steps: STEPS }));
    const results = await report<StepResult[]>(load);
    return figures(results.slice(UNCOUNTED_STEPS));
  } finally {
    await stop(server);
  }
}

function figures(results: readonly StepResult[]): Figures {
  const saturation = results.find((result) => result.kind === "saturation");
  if (saturation === undefined) throw new Error("The load reported no saturation.");
  return { rates: results.filter((result) => result.kind === "rate"), saturation };
}
