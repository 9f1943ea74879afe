import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { programPath } from "./program.ts";
import { freePort, ServerProcess } from "./server-process.ts";

const SLOTS = 16_384;
const CLUSTER_NODES = 3;

/** A real Redis that keeps nothing: as Shopbell uses it, and in the hand of a test. */
export class RedisServer {
  readonly url: string;
  readonly port: number;
  readonly #process: ServerProcess;
  readonly #folder: string;

  private constructor(port: number, folder: string, settings: readonly string[]) {
    this.port = port;
    this.url = `redis://127.0.0.1:${port}`;
    this.#folder = folder;
    this.#process = new ServerProcess({
      path: programPath("redis-server", "redis-server"),
      args: ["--bind", "127.0.0.1", "--port", `${port}`, "--save", "", "--appendonly", "no", ...settings],
      options: { cwd: folder },
      readyWhen: /Ready to accept connections/,
    });
  }

  /** @param settings of redis.conf, as arguments */
  static async start(settings: readonly string[] = []): Promise<RedisServer> {
    const folder = mkdtempSync(join(tmpdir(), "shopbell-redis-"));
    const server = new RedisServer(await freePort(), folder, settings);
    await server.#process.start();
    return server;
  }

  /** As a crash would: everything it knew is gone. */
  kill(): Promise<void> {
    return this.#process.kill();
  }

  /** The same port again, empty. */
  async restart(): Promise<void> {
    await this.kill();
    await this.#process.start();
  }

  /** What an operator types: one command, and its answer. */
  async call(command: string, ...args: string[]): Promise<unknown> {
    const operator = new Redis(this.url);
    try {
      return await operator.call(command, ...args);
    } finally {
      operator.disconnect();
    }
  }

  /** It keeps its connections and answers nothing. */
  pause(): void {
    this.#process.pause();
  }

  resume(): void {
    this.#process.resume();
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Three masters that share the slots. */
export class RedisCluster {
  /** The addresses of all nodes, separated by commas. */
  readonly url: string;
  readonly nodes: readonly RedisServer[];

  private constructor(nodes: readonly RedisServer[]) {
    this.nodes = nodes;
    this.url = nodes.map(({ url }) => url).join(",");
  }

  /** Resolves once every node knows who serves which slots. */
  static async start(): Promise<RedisCluster> {
    const busPorts = await Promise.all(Array.from({ length: CLUSTER_NODES }, freePort));
    const nodes = await Promise.all(
      busPorts.map((busPort) => RedisServer.start(["--cluster-enabled", "yes", "--cluster-port", `${busPort}`])),
    );
    const clients = nodes.map(({ url }) => new Redis(url));
    const share = Math.ceil(SLOTS / CLUSTER_NODES);
    for (const [index, client] of clients.entries()) {
      const first = index * share;
      await client.call("CLUSTER", "ADDSLOTSRANGE", first, Math.min(first + share, SLOTS) - 1);
      await client.call("CLUSTER", "SET-CONFIG-EPOCH", index + 1);
    }
    for (const [index, { port }] of nodes.entries()) {
      if (index > 0) await clients[0]?.call("CLUSTER", "MEET", "127.0.0.1", port, busPorts[index] ?? 0);
    }
    await Promise.all(clients.map(agreed));
    for (const client of clients) client.disconnect();
    return new RedisCluster(nodes);
  }

  async stop(): Promise<void> {
    await Promise.all(this.nodes.map((node) => node.stop()));
  }
}

/** Nodes gossip; nothing tells when they are done, so the node is asked. */
async function agreed(client: Redis): Promise<void> {
  for (;;) {
    const state = String(await client.call("CLUSTER", "INFO"));
    if (/cluster_state:ok/.test(state) && state.includes(`cluster_known_nodes:${CLUSTER_NODES}`)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
