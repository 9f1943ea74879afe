import type { RelayFrame } from "@shopbell/protocol/types";

/** What every line does alike: those who listen, and whether it is wanted while the page is hidden away. */
export abstract class HeardLine {
  readonly #listeners = new Set<() => void>();
  readonly #frameListeners = new Set<(frame: RelayFrame) => void>();
  #wanted = false;

  /** The page is hidden away: lets go of whatever would keep the browser from keeping the page. */
  abstract pause(): void;
  /** Takes up again what `pause` let go. */
  protected abstract unpause(): void;

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  onFrame(listener: (frame: RelayFrame) => void): () => void {
    this.#frameListeners.add(listener);
    return () => this.#frameListeners.delete(listener);
  }

  start(): void {
    this.#wanted = true;
    this.resume();
  }

  stop(): void {
    this.#wanted = false;
    this.pause();
  }

  /** The page is back, where the line was wanted. */
  resume(): void {
    if (this.#wanted) this.unpause();
  }

  protected tellChanged(): void {
    for (const listener of this.#listeners) tell(listener);
  }

  protected tellFrame(frame: RelayFrame): void {
    for (const listener of this.#frameListeners) tell(() => listener(frame));
  }
}

/** A listener that throws must not keep the line from hearing what the relay says. */
function tell(listener: () => void): void {
  try {
    listener();
  } catch (error) {
    reportError(error);
  }
}
