import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { programPath } from "./program.ts";
import { freePort, ServerProcess } from "./server-process.ts";

const PACKAGE = "postgresql";
const OPERATOR = "postgres";

/** A real Postgres that keeps its promises through a crash, in the hand of a test. */
export class PostgresServer {
  readonly url: string;
  readonly #process: ServerProcess;
  readonly #folder: string;

  private constructor(port: number, folder: string, process: ServerProcess) {
    this.url = `postgres://${OPERATOR}@127.0.0.1:${port}/postgres`;
    this.#folder = folder;
    this.#process = process;
  }

  static async start(): Promise<PostgresServer> {
    const initdb = programPath("initdb", PACKAGE);
    const account = unprivilegedAccount();
    const folder = mkdtempSync(join(tmpdir(), "shopbell-postgres-"));
    if (account.uid !== undefined && account.gid !== undefined) chownSync(folder, account.uid, account.gid);
    chmodSync(folder, 0o700);
    const options = { ...account, cwd: folder };
    const made = spawnSync(
      initdb,
      ["-D", folder, "-U", OPERATOR, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
      { ...options, encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
    const port = await freePort();
    const settings = [`port=${port}`, "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200"];
    const server = new ServerProcess({
      path: programPath("postgres", PACKAGE),
      args: ["-D", folder, ...settings.flatMap((setting) => ["-c", setting])],
      options,
      readyWhen: /database system is ready to accept connections/,
    });
    await server.start();
    return new PostgresServer(port, folder, server);
  }

  /** The address of a new, empty database. */
  createDatabase(): Promise<string> {
    return createDatabase(this.url);
  }

  /** As a crash would: every process of it, at once. */
  kill(): Promise<void> {
    return this.#process.kill();
  }

  /** Crashes it if it still runs, and starts it on the same port and data; resolves after its recovery. */
  async restart(): Promise<void> {
    await this.kill();
    await this.#process.start();
  }

  /** Every process of it keeps its connections and does nothing. */
  pause(): void {
    this.#process.pause();
  }

  resume(): void {
    this.#process.resume();
  }

  /** Ends it and removes what it kept. */
  async stop(): Promise<void> {
    await this.#process.stop("SIGQUIT");
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** The address of a new, empty database on a server that runs. */
export async function createDatabase(serverUrl: string): Promise<string> {
  const name = `shopbell_${randomBytes(6).toString("hex")}`;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Postgres refuses to run as root. */
function unprivilegedAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  for (const name of [OPERATOR, "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((which) => Number(spawnSync("id", [which, name], { encoding: "utf8" }).stdout));
    if (uid && gid) return { uid, gid };
  }
  throw new Error("Postgres does not run as root, and there is neither an account postgres nor nobody.");
}
