// What Linux knows about a process that is measured (proc_pid_stat(5), proc_pid_status(5)).
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own tick (sysconf(3)). */
const US_PER_TICK = 10_000;
/** How long a process gets for collecting what it no longer needs. */
const COLLECT_MS = 1_500;

/** CPU time that processes have used so far, in microseconds: user and system, all threads. */
export async function cpuUs(pids: readonly number[]): Promise<number> {
  const spent = await Promise.all(pids.map(cpuUsOf));
  return spent.reduce((sum, us) => sum + us, 0);
}

async function cpuUsOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, may hold spaces; utime and stime are the 12th and 13th fields after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * US_PER_TICK;
}

/** Memory that a process holds after it has collected its garbage, in bytes. It must listen for SIGUSR2 (under-test.ts). */
export async function settledBytes(pid: number): Promise<number> {
  process.kill(pid, "SIGUSR2");
  await pause(COLLECT_MS);
  return statusBytes(pid, "VmRSS");
}

/** Forgets the peak so far, so that `peakBytes` tells of what comes. */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, "5");
}

export function peakBytes(pid: number): Promise<number> {
  return statusBytes(pid, "VmHWM");
}

async function statusBytes(pid: number, name: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kib = new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
  if (kib === undefined) throw new Error(`The system does not tell ${name}.`);
  return Number(kib) * 1_024;
}
