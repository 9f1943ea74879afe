import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { RELAY_ORIGIN } from "../shop.ts";

/** Consoles that only read, each with an address and a process that are not those of the people who talk. */
export class Readers {
  readonly #process: ChildProcess;

  private constructor(process: ChildProcess) {
    this.#process = process;
  }

  /** Resolves once the relay sends something to each. */
  static async start(relayPort: number, cookies: readonly string[]): Promise<Readers> {
    const readers = fork(join(import.meta.dirname, "readers-process.ts"), [
      `ws://127.0.0.1:${relayPort}`,
      RELAY_ORIGIN,
      ...cookies,
    ]);
    process.once("exit", () => readers.kill("SIGKILL"));
    const ended = once(readers, "exit").then(() => Promise.reject(new Error("the readers ended")));
    await Promise.race([once(readers, "message"), ended]);
    ended.catch(() => undefined); // an end after that is `stop`
    return new Readers(readers);
  }

  /** What the relay sends piles up from now on. */
  stopReading(): void {
    this.#process.send("stop reading");
  }

  stop(): void {
    this.#process.kill("SIGKILL");
  }
}
