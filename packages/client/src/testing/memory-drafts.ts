import type { DraftStore } from "../draft-store.ts";
import type { Draft } from "../line-state.ts";

/** A draft store that a test can look into, and hand to the next line as a reload would. */
export class MemoryDrafts implements DraftStore {
  readonly kept: Map<string, Draft>;
  private readonly known = new Set<string>();

  /** @param kept what another tab shares */
  constructor(kept = new Map<string, Draft>()) {
    this.kept = kept;
  }

  load(): Draft[] {
    for (const id of this.kept.keys()) this.known.add(id);
    return [...this.kept.values()];
  }

  keep(draft: Draft): void {
    this.known.add(draft.id);
    this.kept.set(draft.id, draft);
  }

  remove(id: string): void {
    this.kept.delete(id);
    this.known.delete(id);
  }

  isGone(id: string): boolean {
    return this.known.has(id) && !this.kept.has(id);
  }
}
