import type { Socket } from "node:net";

/**
 * Merges what is written to each socket within one turn of the event loop into one write: 973,000 deliveries/s against
 * 221,000 (performance.md, fan-out of 1,000 visitors to 20 consoles).
 */
export class Corks {
  readonly #corked = new Set<Socket>();

  cork(socket: Socket): void {
    if (this.#corked.has(socket)) return;
    if (this.#corked.size === 0) process.nextTick(() => this.#release());
    this.#corked.add(socket);
    socket.cork();
  }

  #release(): void {
    for (const socket of this.#corked) socket.uncork();
    this.#corked.clear();
  }
}
