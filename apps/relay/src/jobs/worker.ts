import type { JobKind } from "../conversations/ledger.ts";
import { oneAtATime } from "../one-at-a-time.ts";
import { JobFault, type LeasedJob } from "./job.ts";
import type { JobStore } from "./job-store.ts";

/** How long those that are under way are waited for at the end. What is not done by then is another relay's. */
const PATIENCE_MS = 5_000;

export interface WorkerOptions {
  readonly jobs: JobStore;
  readonly kinds: readonly JobKind[];
  /** How many are under way at once. */
  readonly atOnce: number;
  /** Must end before the lease does: its job stays taken until then. @throws JobFault when it shall be tried again, or not. */
  readonly run: (job: LeasedJob) => Promise<void>;
  readonly random: () => number;
  readonly fault: (error: unknown) => void;
}

/** Does jobs of some kinds as they become due. One that fails, or hangs, holds up no other. */
export class JobWorker {
  readonly #options: WorkerOptions;
  readonly #running = new Set<Promise<void>>();
  #closed = false;

  constructor(options: WorkerOptions) {
    this.#options = options;
  }

  /** Takes up what is due, as far as there is room. Resolves once that is taken, not once it is done. */
  readonly pulse = oneAtATime(async () => {
    const { jobs, kinds, atOnce } = this.#options;
    const free = atOnce - this.#running.size;
    if (this.#closed || free <= 0) return;
    for (const job of await jobs.lease(kinds, free)) this.#begin(job);
  });

  /** Resolves once everything that is under way is done. */
  async settled(): Promise<void> {
    await Promise.all(this.#running);
  }

  /** Takes up nothing more, and waits a moment for what is under way. */
  async close(): Promise<void> {
    this.#closed = true;
    const { promise: patience, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, PATIENCE_MS);
    await Promise.race([this.settled(), patience]);
    clearTimeout(timer);
  }

  #begin(job: LeasedJob): void {
    const running = this.#carryOut(job)
      .catch((error: unknown) => {
        // One that was cut off at the end is done by whoever gets it next.
        if (!this.#closed) this.#options.fault(error);
      })
      .finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  async #carryOut(job: LeasedJob): Promise<void> {
    const { jobs, run, random, fault } = this.#options;
    try {
      await run(job);
    } catch (error) {
      const isExpected = error instanceof JobFault;
      if (!isExpected) fault(error);
      await jobs.fail(job, error, { isFinal: isExpected && error.isFinal, random: random() });
      return;
    }
    await jobs.finish(job);
  }
}
