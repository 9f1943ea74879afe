import { setTimeout as pause } from "node:timers/promises";
import type { RateResult, SaturationResult, Step, StepResult } from "../plan.ts";
import { cpuUs } from "../proc.ts";
import { percentile } from "../report/statistics.ts";
import type { Stage } from "./stage.ts";

/** How long the last messages of a step may take before the run is given up. */
const PATIENCE_MS = 10_000;

/** Hands out numbers for messages: 0 is taken by the first message of each conversation. */
let lastNumber = 0;

export function measure(stage: Stage, pids: readonly number[], step: Step): Promise<StepResult> {
  return step.kind === "rate" ? measureRate(stage, step) : measureSaturation(stage, pids, step);
}

/**
 * Sends at a steady rate, visitors taking turns. Each trip counts from the instant at which its message was due, so that a
 * load that falls behind does not hide it.
 */
async function measureRate(stage: Stage, { perSecond, seconds }: Step & { kind: "rate" }): Promise<RateResult> {
  const total = perSecond * seconds;
  const first = lastNumber + 1;
  lastNumber += total;
  const began = performance.now();
  const dueAt = (index: number) => began + (index * 1_000) / perSecond;
  const tripsMs: number[] = [];
  stage.onDelivered((_, number) => tripsMs.push(performance.now() - dueAt(number - first)));
  let sent = 0;
  await new Promise<void>((resolve) => {
    const turn = () => {
      for (; sent < total && dueAt(sent) <= performance.now(); sent += 1)
        stage.send(sent % stage.visitors, first + sent);
      if (sent < total) setImmediate(turn);
      else resolve();
    };
    turn();
  });
  const expected = total * stage.agents;
  await until(
    () => tripsMs.length >= expected,
    () => `${tripsMs.length} of ${expected} deliveries were made.`,
  );
  return { kind: "rate", p50Us: percentile(tripsMs, 0.5) * 1_000, p99Us: percentile(tripsMs, 0.99) * 1_000 };
}

/** Keeps one message of every visitor on its way, and counts those that reached every agent and what the server spends on them. */
async function measureSaturation(
  stage: Stage,
  pids: readonly number[],
  { warmUpSeconds, seconds }: Step & { kind: "saturation" },
): Promise<SaturationResult> {
  let [arrived, underway, going] = [0, 0, true];
  const missing = new Uint32Array(stage.visitors);
  const say = (visitor: number) => {
    lastNumber += 1;
    underway += 1;
    missing[visitor] = stage.agents;
    stage.send(visitor, lastNumber);
  };
  stage.onDelivered((visitor) => {
    missing[visitor] = (missing[visitor] ?? 0) - 1;
    if (missing[visitor] !== 0) return;
    arrived += 1;
    underway -= 1;
    if (going) say(visitor);
  });
  for (let visitor = 0; visitor < stage.visitors; visitor += 1) say(visitor);

  await pause(warmUpSeconds * 1_000);
  const before = { arrived, at: performance.now(), cpu: await cpuUs(pids) };
  await pause(seconds * 1_000);
  const [messages, elapsedMs, spentUs] = [
    arrived - before.arrived,
    performance.now() - before.at,
    (await cpuUs(pids)) - before.cpu,
  ];
  going = false;
  await until(
    () => underway === 0,
    () => `${underway} messages never reached every agent.`,
  );
  return {
    kind: "saturation",
    perSecond: (messages * 1_000) / elapsedMs,
    cpuUs: spentUs / messages,
    busy: spentUs / 1_000 / elapsedMs,
  };
}

async function until(holds: () => boolean, otherwise: () => string): Promise<void> {
  const givenUpAt = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > givenUpAt) throw new Error(otherwise());
    await pause(5);
  }
}
