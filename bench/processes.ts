import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";

/** Server and load each have a core to themselves, so that neither is measured waiting for the other. */
export const CORE = { server: 0, load: 1 } as const;

/** Whether this machine lets us choose cores. */
export const canPin = spawnSync("taskset", ["-p", String(process.pid)]).status === 0;

/** From now on this process, and what it starts where nothing else is said, keeps to the load's core: databases too. */
export function keepToLoadCore(): void {
  if (canPin) spawnSync("taskset", ["-a", "-cp", String(CORE.load), String(process.pid)]);
}

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts a script in its own process, on one core where we can choose. It reports by `process.send`. */
export function start(script: URL, core: number, { args = [], env = {} }: StartOptions = {}): ChildProcess {
  const command = [process.execPath, "--expose-gc", script.pathname, ...args];
  const [program = "", ...rest] = canPin ? ["taskset", "-c", String(core), ...command] : command;
  return spawn(program, rest, { env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit", "ipc"] });
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
