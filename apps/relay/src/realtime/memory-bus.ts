import type { Bus, BusListener, BusMessage, Subscription } from "./bus.ts";

const READY = Promise.resolve();

/** The bus of an installation with one relay: listeners are called at once, in the order in which they came. */
export class MemoryBus implements Bus {
  readonly whole = true;
  readonly #channels = new Map<string, Set<BusListener>>();

  publish(channel: string, message: BusMessage): void {
    for (const listener of this.#channels.get(channel) ?? []) listener(message);
  }

  subscribe(channel: string, listener: BusListener): Subscription {
    const listeners = this.#channels.get(channel) ?? new Set();
    // The same function may listen twice; each subscription ends by itself.
    const own: BusListener = (message) => listener(message);
    listeners.add(own);
    this.#channels.set(channel, listeners);
    return { ready: READY, end: () => this.#end(channel, own) };
  }

  pulse(): void {
    // Nothing can be lost within one process.
  }

  async close(): Promise<void> {
    this.#channels.clear();
  }

  #end(channel: string, listener: BusListener): void {
    const listeners = this.#channels.get(channel);
    listeners?.delete(listener);
    if (listeners?.size === 0) this.#channels.delete(channel);
  }
}
