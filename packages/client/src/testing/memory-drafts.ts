import type { DraftStore } from "../draft-store.ts";
import type { Draft } from "../line-state.ts";

/** A draft store that a test can look into, and hand to the next line as a reload would. */
export class MemoryDrafts implements DraftStore {
  readonly kept = new Map<string, Draft>();

  load(): Draft[] {
    return [...this.kept.values()];
  }

  keep(draft: Draft): void {
    this.kept.set(draft.id, draft);
  }

  remove(id: string): void {
    this.kept.delete(id);
  }
}
