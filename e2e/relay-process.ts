import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

export interface RelayOptions {
  port: number;
  /** Where browsers reach it. Absent: demo mode. */
  publicUrl?: string;
}

/** The real relay as its own process, so that it can be killed. */
export class RelayProcess {
  readonly url: string;
  /** What it printed for people. */
  output = "";
  private readonly folder = mkdtempSync(join(tmpdir(), "shopbell-e2e-"));
  private readonly env: NodeJS.ProcessEnv;
  private child: ChildProcess | undefined;

  constructor({ port, publicUrl }: RelayOptions) {
    const { PUBLIC_URL: _, ...inherited } = process.env;
    this.env = {
      ...inherited,
      PORT: String(port),
      HOST: "127.0.0.1",
      DATA_DIR: this.folder,
      ...(publicUrl && { PUBLIC_URL: publicUrl }),
    };
    this.url = publicUrl ?? `http://127.0.0.1:${port}`;
  }

  /** Resolves once it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ["apps/relay/src/main.ts"], {
      cwd: ROOT,
      env: this.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.child = child;
    child.stdout.on("data", (chunk) => {
      this.output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      this.output += chunk;
    });
    const gone = new Promise<never>((_, reject) =>
      child.once("exit", () => reject(new Error(`the relay ended:\n${this.output}`))),
    );
    await Promise.race([this.answers(), gone]);
  }

  /** As a crash would. */
  async kill(): Promise<void> {
    await this.end("SIGKILL");
  }

  /** As an operator would; the data is removed. */
  async stop(): Promise<void> {
    await this.end("SIGTERM");
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
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }

  private async answers(): Promise<void> {
    const address = `http://127.0.0.1:${this.env["PORT"]}/readyz`;
    for (;;) {
      const response = await fetch(address).catch(() => undefined);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
