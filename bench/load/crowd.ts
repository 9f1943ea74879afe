import type { CrowdResult, Plan, Target } from "../plan.ts";
import { cpuUs, settledBytes } from "../proc.ts";
import { connectIdlePeer } from "./peer-stage.ts";
import { connectKnownVisitor } from "./shopbell-socket.ts";
import type { LoadSocket } from "./socket.ts";

/** Connections that are being made at a time: enough to keep the server busy, few enough not to make it late. */
const COMING = 64;
/** Comes and goes before anything is counted, so that the server has everything loaded. */
const WARM_UP = 1_000;
/** One address of ours has ports for 28,000 connections, and those that were cut keep theirs for a minute. */
const ADDRESSES = 20;

/** Lets a crowd come and stay. */
export async function measureCrowd({ target, sizes }: Plan & { kind: "crowd" }): Promise<CrowdResult> {
  const pid = target.pids[0] ?? 0;
  const everybody = Math.max(...sizes);
  for (const socket of await comeIn(target, 0, WARM_UP)) socket.cut();
  const emptyBytes = await settledBytes(pid);

  const crowd: LoadSocket[] = [];
  const idle: CrowdResult["idle"][number][] = [];
  let [spentUs, elapsedMs] = [0, 0];
  for (const sockets of sizes) {
    const before = { at: performance.now(), cpu: await cpuUs(target.pids) };
    crowd.push(...(await comeIn(target, crowd.length, sockets)));
    elapsedMs += performance.now() - before.at;
    spentUs += (await cpuUs(target.pids)) - before.cpu;
    idle.push({ sockets, bytesEach: ((await settledBytes(pid)) - emptyBytes) / sockets });
  }
  for (const socket of crowd) socket.cut();
  return {
    acceptedPerSecond: (everybody * 1_000) / elapsedMs,
    acceptCpuUs: spentUs / everybody,
    busy: spentUs / 1_000 / elapsedMs,
    idle,
  };
}

async function comeIn(target: Target, first: number, end: number): Promise<LoadSocket[]> {
  const present: LoadSocket[] = [];
  let next = first;
  const comeOneByOne = async () => {
    while (next < end) {
      const index = next;
      next += 1;
      present.push(await connectFrom(target, index));
    }
  };
  await Promise.all(Array.from({ length: COMING }, comeOneByOne));
  return present;
}

/** Connects one of the crowd, whose address depends on who it is. */
export function connectFrom(target: Target, index: number): Promise<LoadSocket> {
  const from = `127.0.1.${1 + (index % ADDRESSES)}`;
  return target.language === "shopbell" ? connectKnownVisitor(target, index, from) : connectIdlePeer(target, from);
}
