import { firstUnread } from "./log.ts";
import type { Scene } from "./scene.ts";

/** Closer to the end than this, the visitor reads along; px. */
const NEAR_END = 48;
/** Closer to the beginning than this, the page before is asked for; px. */
const NEAR_START = 200;

/**
 * Keeps what the visitor reads where it is. The log grows from its end (log.css): its scrollTop is 0 at the end and negative
 * above, so that it follows by itself at the end, and older pages come in above without moving anything.
 */
export class ReadingPlace {
  /** Seq of the entry that was news when the visitor looked; 0 where nothing was. What arrives under their eyes is no news. */
  newFrom = 0;
  /** Seq up to which the visitor has read. */
  read = 0;
  /** Whether the end was in sight when the conversation was drawn. */
  wasAtEnd = true;
  #log: HTMLElement | null = null;
  #moment = "";
  #first = 0;

  /** Hears of the element that scrolls. */
  readonly onLog = (log: HTMLElement | null): void => {
    this.#log = log;
  };

  readonly toEnd = (): void => this.#log?.scrollTo(0, 0);

  get atEnd(): boolean {
    return !this.#log || this.#log.scrollTop > -NEAR_END;
  }

  get nearStart(): boolean {
    const { scrollTop = 0, scrollHeight = 0, clientHeight = 0 } = this.#log ?? {};
    return clientHeight > 0 && scrollHeight - clientHeight + scrollTop < NEAR_START;
  }

  /** Draws, and leaves what the visitor reads in its place. */
  hold({ open, view, thread }: Scene, draw: () => void): void {
    const moment = `${open} ${view} ${thread?.loaded} ${document.visibilityState}`;
    if (moment !== this.#moment) this.newFrom = firstUnread(thread);
    this.#moment = moment;

    const log = this.#log;
    const { atEnd } = this;
    this.wasAtEnd = atEnd;
    const { scrollTop = 0, scrollHeight = 0 } = log ?? {};
    const first = thread?.entries[0]?.seq ?? 0;
    if (atEnd) this.read = thread?.entries.at(-1)?.seq ?? 0;
    draw();
    if (log && log === this.#log) {
      if (atEnd) this.toEnd();
      else if (first === this.#first) log.scrollTop = scrollTop + scrollHeight - log.scrollHeight;
    }
    this.#first = first;
  }
}
