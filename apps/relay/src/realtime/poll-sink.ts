import type { Sink } from "./sink.ts";

/** Answers to hello itself, and what is not worth an answer of its own: a poll that got nothing else may wait for more. */
const QUIET = /^\{"type":"(welcome|resumed|inbox\.loaded|typing\.changed)"/;

/** Frames are collected until the poll is answered. */
export class PollSink implements Sink {
  readonly isBehind = false;
  readonly frames: string[] = [];
  closeCode: number | undefined;
  #news = false;
  #wake: () => void = () => undefined;

  send(frame: string): void {
    this.frames.push(frame);
    if (QUIET.test(frame)) return;
    this.#wakeUp();
  }

  async drained(): Promise<void> {
    // Nothing waits for a network here.
  }

  close(code: number): void {
    this.closeCode ??= code;
    this.#wakeUp();
  }

  cut(): void {
    this.#wakeUp();
  }

  /** Resolves at the first frame that says something new, at the close, or after `waitMs`. */
  async news(waitMs: number): Promise<void> {
    if (this.#news || waitMs === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #wakeUp(): void {
    this.#news = true;
    this.#wake();
  }
}
