import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

/** Server and load each have a core to themselves, so that neither is measured waiting for the other. */
export const CORE = { server: 0, load: 1 } as const;

/** Whether this machine lets us choose cores. */
export const canPin = spawnSync("taskset", ["-p", String(process.pid)]).status === 0;

/** Starts a script of this folder in its own process, on one core where we can choose. It reports by `process.send`. */
export function start(script: string, core: number, ...args: string[]): ChildProcess {
  const command = [process.execPath, fileURLToPath(new URL(script, import.meta.url)), ...args];
  const [program = "", ...rest] = canPin ? ["taskset", "-c", String(core), ...command] : command;
  return spawn(program, rest, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

/**
 * What a process reports first.
 *
 * @throws when it ends before that
 */
export async function report<T>(child: ChildProcess): Promise<T> {
  const ended = new AbortController();
  const end = once(child, "exit", ended).then(([code]) => {
    throw new Error(`A measured process ended with ${code} before it had anything to report.`);
  });
  try {
    const [message] = await Promise.race([once(child, "message", ended), end]);
    return message as T;
  } finally {
    end.catch(() => undefined); // the abort below ends a wait that nobody needs any more
    ended.abort();
  }
}

export async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** Linux counts CPU time in hundredths of a second, whatever the kernel's own tick (proc_pid_stat(5), sysconf(3)). */
const US_PER_TICK = 10_000;

/** CPU time that a process has used so far, in microseconds: user and system, all threads. */
export async function cpuUs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  // The name, in brackets, may hold spaces; utime and stime are the 12th and 13th fields after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * US_PER_TICK;
}
