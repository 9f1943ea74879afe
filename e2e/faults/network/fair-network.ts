import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Network } from "./balancer.ts";

/**
 * The network for a crowd, always in fair weather. Two of each person's three descriptors are in its process, so that the
 * people's has room for whatever they open beside: 20,000 descriptors are what systems like to allow to one.
 */
export class FairNetwork implements Network {
  readonly port: number;
  readonly mishaps = [];
  readonly #process: ChildProcess;

  private constructor(port: number, process: ChildProcess) {
    this.port = port;
    this.#process = process;
  }

  static async open(relayPorts: readonly number[]): Promise<FairNetwork> {
    const network = fork(join(import.meta.dirname, "fair-network-process.ts"), relayPorts.map(String));
    process.once("exit", () => network.kill("SIGKILL"));
    const ended = once(network, "exit").then(() => Promise.reject(new Error("the network ended")));
    const [port] = (await Promise.race([once(network, "message"), ended])) as [number];
    ended.catch(() => undefined); // an end after that is `close`
    return new FairNetwork(port, network);
  }

  async close(): Promise<void> {
    this.#process.kill("SIGKILL");
  }
}
