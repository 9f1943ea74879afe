import { setTimeout as pause } from "node:timers/promises";
import type { Plan, StormResult, Target } from "../plan.ts";
import { forgetPeak, peakBytes } from "../proc.ts";
import { percentile } from "../report/statistics.ts";
import { connectFrom } from "./crowd.ts";
import type { LoadSocket } from "./socket.ts";

/** A visitor's end pauses `random(0, min(30 s, 1 s * 2^n))` before it comes back (docs/protocol.md, B4). */
const BACKOFF_BASE_MS = 1_000;
const BACKOFF_CAP_MS = 30_000;

/** Somebody who is connected now, and at which attempt and when. */
interface Back {
  readonly socket: LoadSocket;
  readonly attempts: number;
  readonly at: number;
}

/** Lets a crowd come, cuts everybody off at once, and sees when each is back. */
export async function measureStorm({ target, size }: Plan & { kind: "storm" }): Promise<StormResult> {
  const pid = target.pids[0] ?? 0;
  const before = await everybodyComes(target, size);
  await forgetPeak(pid);
  const cutAt = performance.now();
  for (const { socket } of before) socket.cut();
  const after = await everybodyComes(target, size);
  const backMs = after.map(({ at }) => at - cutAt);
  for (const { socket } of after) socket.cut();
  return {
    p50Ms: percentile(backMs, 0.5),
    p95Ms: percentile(backMs, 0.95),
    allMs: Math.max(...backMs),
    peakBytes: await peakBytes(pid),
    attempts: after.reduce((sum, { attempts }) => sum + attempts, 0),
  };
}

function everybodyComes(target: Target, size: number): Promise<Back[]> {
  return Promise.all(Array.from({ length: size }, (_, index) => comeBack(target, index)));
}

/** Tries until it is in, after the pauses that a visitor's end makes: a browser does not tell it why it was turned away. */
async function comeBack(target: Target, index: number): Promise<Back> {
  for (let attempt = 0; ; attempt += 1) {
    await pause(Math.random() * Math.min(BACKOFF_CAP_MS, BACKOFF_BASE_MS * 2 ** attempt));
    const socket = await connectFrom(target, index).catch(() => undefined);
    if (socket) return { socket, attempts: attempt + 1, at: performance.now() };
  }
}
