import { monitorEventLoopDelay } from "node:perf_hooks";

const RESOLUTION_MS = 10;
const WINDOW_MS = 1_000;
/** One long turn is a hiccup. A loop that is behind has one after another. */
const WINDOW_TURNS = 5;

/** How late the turns of the event loop are, as the median of about a second. */
export class LoopDelay {
  readonly #histogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  #readAt = performance.now();
  #ms = 0;

  constructor() {
    this.#histogram.enable();
  }

  /** Milliseconds. Cheap: the figures are read once a second at most, and only when somebody asks. */
  get ms(): number {
    const now = performance.now();
    if (now - this.#readAt >= WINDOW_MS && this.#histogram.count >= WINDOW_TURNS) {
      this.#ms = this.#histogram.percentile(50) / 1e6 - RESOLUTION_MS;
      this.#readAt = now;
      this.#histogram.reset();
    }
    return this.#ms;
  }

  end(): void {
    this.#histogram.disable();
  }
}
