import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";

/** What it takes to run a server program. */
export interface Program {
  readonly path: string;
  readonly args: readonly string[];
  readonly options?: Pick<SpawnOptions, "uid" | "gid" | "cwd">;
  /** What it prints once it answers. */
  readonly readyWhen: RegExp;
}

/** A server program in the hand of a test, which may crash it, freeze it and start it again. */
export class ServerProcess {
  readonly #program: Program;
  #child: ChildProcess | undefined;
  readonly #killAtExit = () => this.#signalAll("SIGKILL");

  constructor(program: Program) {
    this.#program = program;
  }

  /** Resolves once it answers. @throws with what it printed when it ends before that. */
  async start(): Promise<void> {
    const { path, args, options, readyWhen } = this.#program;
    const child = spawn(path, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    this.#child = child;
    process.once("exit", this.#killAtExit);
    await new Promise<void>((resolve, reject) => {
      let printed = "";
      const hear = (chunk: Buffer) => {
        printed = (printed + chunk).slice(-10_000);
        if (readyWhen.test(printed)) resolve();
      };
      child.stdout.on("data", hear);
      child.stderr.on("data", hear);
      child.once("error", reject);
      child.once("exit", () => reject(new Error(`${path} ended:\n${printed}`)));
    });
  }

  /** As a crash would: this process and its children, at once. */
  kill(): Promise<void> {
    return this.#end(() => this.#signalAll("SIGKILL"));
  }

  /** Asks it to end, and waits until it has. */
  stop(signal: NodeJS.Signals): Promise<void> {
    return this.#end(() => {
      this.resume();
      this.#child?.kill(signal);
    });
  }

  /** It keeps its connections and says nothing any more, as behind a network that swallows everything. */
  pause(): void {
    this.#signalAll("SIGSTOP");
  }

  resume(): void {
    this.#signalAll("SIGCONT");
  }

  async #end(end: () => void): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    end();
    await ended;
    process.off("exit", this.#killAtExit);
  }

  /** The first process is stopped before its children are counted, so that it makes no more of them. */
  #signalAll(signal: NodeJS.Signals): void {
    const pid = this.#child?.pid;
    if (pid === undefined || this.#child?.exitCode !== null || this.#child.signalCode !== null) return;
    process.kill(pid, "SIGSTOP");
    for (const child of childrenOf(pid)) signalOne(child, signal);
    signalOne(pid, signal);
  }
}

/** Postgres gives each of its processes a group of its own, so that one signal to a group would reach only one. */
function childrenOf(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8");
  return children.split(" ").filter(Boolean).map(Number);
}

function signalOne(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It has ended by itself in the meantime.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * A port that nobody listens on just now. Below those that the system gives to outgoing connections (ip(7)), so that none
 * of them takes it while a server that shall come back on it is down.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
