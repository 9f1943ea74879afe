import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");
const MAX_OUTPUT = 100_000;
const START_WITHIN_MS = 60_000;

export interface RelayOptions {
  port: number;
  /** Where browsers reach it. Absent: demo mode. */
  publicUrl?: string;
  /** Further settings. */
  env?: NodeJS.ProcessEnv;
  /** Scripts that Node runs before the relay: a test's way to break a part of it. */
  preload?: readonly string[];
  /** A command that runs the relay, with its arguments; the relay must stay the process that is started. */
  under?: readonly string[];
}

/** The real relay as its own process, so that it can be killed. */
export class RelayProcess {
  readonly url: string;
  /** Where it listens, on this machine only. */
  readonly port: number;
  /** The last that it printed. */
  output = "";
  /** It ended by itself, and not well. */
  hasFailed = false;
  readonly folder = mkdtempSync(join(tmpdir(), "shopbell-e2e-"));
  private readonly env: NodeJS.ProcessEnv;
  private readonly preload: readonly string[];
  private readonly under: readonly string[];
  private child: ChildProcess | undefined;

  constructor({ port, publicUrl, env, preload = [], under = [] }: RelayOptions) {
    this.port = port;
    this.preload = preload;
    this.under = under;
    const { PUBLIC_URL: _, REDIS_URL: __, DATABASE_URL: ___, ...inherited } = process.env;
    this.env = {
      ...inherited,
      ...env,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: this.folder,
      ...(publicUrl && { PUBLIC_URL: publicUrl }),
    };
    this.url = publicUrl ?? `http://127.0.0.1:${port}`;
  }

  /** Memory that it uses just now. */
  get residentBytes(): number {
    const status = readFileSync(`/proc/${this.child?.pid}/status`, "utf8");
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1_024;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  private readonly killAtExit = () => {
    this.child?.kill("SIGKILL");
  };

  /** Resolves once it answers. */
  async start(): Promise<void> {
    const preload = this.preload.flatMap((script) => ["--import", script]);
    const [program = "", ...args] = [...this.under, process.execPath, ...preload, "apps/relay/src/main.ts"];
    const child = spawn(program, args, {
      cwd: ROOT,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    process.once("exit", this.killAtExit);
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk).slice(-MAX_OUTPUT);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    const gone = new Promise<never>((_, reject) =>
      child.once("exit", (code) => {
        process.off("exit", this.killAtExit);
        this.hasFailed ||= code !== null && code !== 0;
        reject(new Error(`the relay ended:\n${this.output}`));
      }),
    );
    gone.catch(() => undefined); // an end after the start is somebody else's business
    await Promise.race([this.answers(), gone]);
  }

  signal(signal: NodeJS.Signals): void {
    this.child?.kill(signal);
  }

  /** As a crash would. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** As an operator would. */
  async terminate(): Promise<void> {
    await this.end("SIGTERM");
  }

  /** The same; the data is removed. */
  async stop(): Promise<void> {
    await this.terminate();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the command line tool on this relay's data; returns what it printed. */
  shopbell(args: string[], input = ""): string {
    const result = spawnSync(process.execPath, ["apps/relay/src/cli.ts", ...args], {
      cwd: ROOT,
      env: this.env,
      input,
      encoding: "utf8",
    });
    if (result.status !== 0) throw new Error(`shopbell ${args.join(" ")}: ${result.stderr}${result.stdout}`);
    return result.stdout;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.child;
    if (!child || !this.isRunning) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  private async answers(): Promise<void> {
    const deadline = performance.now() + START_WITHIN_MS;
    while (performance.now() < deadline) {
      const response = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => undefined);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`the relay was not ready in time:\n${this.output}`);
  }
}
