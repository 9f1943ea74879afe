import type { ReadingPlace } from "./reading-place.ts";
import type { Scene } from "./scene.ts";

/** Tells the line what the visitor attends to. To be called after every drawing, and whenever they scroll. */
export class Attention {
  #watched = "";
  #asked = "";

  pay({ line, state, open, view, thread }: Scene, reading: ReadingPlace): void {
    this.#watch({ line, state, view });
    const [first] = thread?.entries ?? [];
    const last = thread?.entries.at(-1);
    if (!view || !open || !first || !last) return;
    const page = `${view} ${first.seq}`;
    if (thread?.more && reading.nearStart && page !== this.#asked) {
      this.#asked = page;
      line.older(view);
    }
    if (reading.wasAtEnd && document.visibilityState === "visible") line.see(view, last.seq);
  }

  /** Watches the conversation on the screen, and every open one, so that the bell hears of what is new. */
  #watch({ line, state, view }: Pick<Scene, "line" | "state" | "view">): void {
    const wanted = new Set(state.conversations.filter((head) => head.state !== "closed").map((head) => head.id));
    if (view) wanted.add(view);
    const missing = state.status === "live" ? [...wanted].filter((id) => !state.threads[id]) : [];
    if (missing.join() === this.#watched) return;
    this.#watched = missing.join();
    for (const id of missing) line.open(id);
  }
}
