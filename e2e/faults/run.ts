import { Chance } from "./chance.ts";
import { check } from "./checker/checker.ts";
import type { Evidence, Violation } from "./checker/evidence.ts";
import { Installation, type Plan } from "./installation.ts";
import { type Measures, measure } from "./measures.ts";
import type { Mishap } from "./network/balancer.ts";
import { openBrowsers } from "./people/browser.ts";
import type { Habits } from "./people/person.ts";
import { readStored } from "./shop.ts";
import { type Size, Workload } from "./workload.ts";

/** What a scenario holds in its hands while people talk. */
interface Stage {
  readonly installation: Installation;
  readonly workload: Workload;
  readonly chance: Chance;
  /** How often, or how many seconds, the scenario goes on: as much as the run has time for. */
  readonly rounds: number;
}

/** What the table's own criteria are held against. */
export interface Result {
  readonly measures: Measures;
  readonly evidence: Evidence;
  readonly installation: Installation;
}

/** A fault of delivery.md's table. */
export interface Scenario {
  readonly fault: string;
  readonly title: string;
  readonly relays: number;
  /** Scripts that every relay runs first: a part of the fault. */
  readonly preload?: readonly string[];
  env?: Plan["env"];
  readonly crowded?: Plan["crowded"];
  /** What is different about everybody's device. */
  readonly habits?: Habits;
  /** Does the harm while people talk, and puts everything right again. */
  inflict(stage: Stage): Promise<void>;
  /** What it measures beside what every run measures. */
  more?(result: Result): Readonly<Record<string, number>>;
  /** What the table demands beside the invariants; sentences about what was missed. */
  missed?(result: Result): string[];
  /** Closes what it has opened by itself, when no relay needs it any more. */
  afterwards?(): Promise<void>;
}

export interface RunOptions {
  readonly seed: number;
  readonly size: Size;
  readonly rounds: number;
  /** A script that breaks a part of every relay, once everybody has arrived: the checker must notice. */
  readonly broken?: string;
  /** A part of everybody's code that is different. */
  readonly habits?: Habits;
  /** How long views may take to become complete after the last word. */
  readonly settleMs?: number;
}

export interface Outcome {
  readonly violations: readonly Violation[];
  /** Which of the table's other criteria were missed. Times mean little on a machine that does other things as well. */
  readonly missed: readonly string[];
  readonly measures: Measures;
  readonly mishaps: readonly Mishap[];
}

/** More than the worst silent delay that delivery.md allows (25 s), and a backoff on top. */
const SETTLE_MS = 60_000;

/** Runs a scenario among talking people, and has the checker look at everything that was seen and stored. */
export async function run(scenario: Scenario, options: RunOptions): Promise<Outcome> {
  const { seed, size, rounds, broken, habits = scenario.habits ?? {}, settleMs = SETTLE_MS } = options;
  openBrowsers();
  const complaints: string[] = [];
  const complain = (error: unknown) => complaints.push(`unhandled: ${error instanceof Error ? error.stack : error}`);
  process.on("unhandledRejection", complain);
  const chance = new Chance(`${scenario.fault}/${seed}`);
  const { relays, env, crowded = false } = scenario;
  const preload = [...(scenario.preload ?? []), ...(broken ? [broken] : [])];
  const plan = { relays, crowded, agents: size.agents, preload, ...(env && { env }) };
  const installation = await Installation.open(plan, chance);
  const workload = new Workload(installation, size, chance.fork("people"), habits);
  try {
    await workload.arrive();
    if (broken) for (const relay of installation.relays) relay.signal("SIGUSR2");
    workload.talk();
    await scenario.inflict({ installation, workload, chance: chance.fork("harm"), rounds });
    workload.fallSilent();
    await workload.settled(settleMs);
    const evidence: Evidence = {
      recordings: workload.people.map(({ recording }) => ({ ...recording })),
      inboxes: workload.agents.map(({ identity, line }) => ({ name: identity.name, rows: line.state.inbox })),
      stored: await readStored(installation.place),
      freshLoads: await workload.freshLoads(),
      freshInbox: await workload.freshInbox(),
      complaints: [...complaints, ...installation.complaints],
    };
    const measures = measure(evidence.recordings);
    const result = { measures, evidence, installation };
    const missed = scenario.missed?.(result) ?? [];
    const more = scenario.more?.(result) ?? {};
    return {
      violations: check(evidence),
      missed,
      measures: { ...measures, ...more },
      mishaps: installation.network.mishaps,
    };
  } finally {
    workload.leave();
    await installation.close();
    await scenario.afterwards?.();
    process.off("unhandledRejection", complain);
  }
}
