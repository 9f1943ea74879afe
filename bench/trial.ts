import { Backings } from "./backings.ts";
import type { Plan, Target } from "./plan.ts";
import { CORE, report, start, stop } from "./processes.ts";
import type { Ready } from "./servers/under-test.ts";
import type { Variant } from "./variants.ts";

/** What a plan needs beside a target. */
export type Task = Plan extends infer P ? (P extends Plan ? Omit<P, "target"> : never) : never;

const LOAD = new URL("./load/load.ts", import.meta.url);
/** No trial takes half as long: a load that is not done by then waits for something that never comes. */
const TRIAL_MS = 180_000;

/** One Redis and one Postgres for the whole run. */
export const backings = new Backings();

/**
 * Starts a variant on fresh processes, lets the load do its task, and stops everything again.
 *
 * @param env settings beside those of what the variant keeps beside itself
 */
export async function runTrial<T>(variant: Variant, task: Task, env: Record<string, string> = {}): Promise<T> {
  const settings = { ...env, ...(await backings.settings(variant.needs)) };
  const relays = Array.from({ length: variant.relays }, () => start(variant.script, CORE.server, { env: settings }));
  try {
    const ready = [];
    for (const relay of relays) ready.push(await report<Ready>(relay));
    const [visitorsRelay, agentsRelay = visitorsRelay] = ready;
    const target: Target = {
      language: variant.language,
      visitorPort: visitorsRelay?.port ?? 0,
      agentPort: agentsRelay?.port ?? 0,
      cookie: agentsRelay?.cookie ?? "",
      pids: relays.map(({ pid }) => pid ?? 0),
    };
    return await runLoad<T>({ ...task, target } as Plan);
  } finally {
    await Promise.all(relays.map(stop));
  }
}

async function runLoad<T>(plan: Plan): Promise<T> {
  const load = start(LOAD, CORE.load, { args: [JSON.stringify(plan)] });
  const overdue = setTimeout(() => load.kill("SIGKILL"), TRIAL_MS);
  try {
    return await report<T>(load);
  } finally {
    clearTimeout(overdue);
    await stop(load);
  }
}
