import { OUTBOX_AGE_MS, OUTBOX_SIZE } from "@shopbell/protocol/limits";
import type { MessageId } from "@shopbell/protocol/types";
import type { Draft } from "./line-state.ts";

/** Where drafts survive a reload. */
export interface DraftStore {
  /** Oldest first; none older than a day. */
  load(): Draft[];
  keep(draft: Draft): void;
  remove(id: MessageId): void;
  /** It was kept here, and is not any more: another tab has sent or deleted it. */
  isGone(id: MessageId): boolean;
}

/**
 * Keeps each draft under its own key, because tabs share the storage: an array under one key would be read, changed and
 * written by two tabs at once, and one of them would lose.
 *
 * @param prefix for example `shopbell:KEY:out:`
 * @param wall epoch milliseconds of this device
 */
export function draftStore(storage: Storage, prefix: string, wall: () => number): DraftStore {
  const kept = new Set<string>();
  return {
    load() {
      const drafts: Draft[] = [];
      for (const key of Object.keys(storage).filter((name) => name.startsWith(prefix))) {
        const draft = parsed(storage.getItem(key));
        if (draft && Math.abs(wall() - draft.writtenAt) < OUTBOX_AGE_MS) drafts.push(draft);
        else storage.removeItem(key);
      }
      for (const { id } of drafts) kept.add(id);
      return drafts.sort((a, b) => a.writtenAt - b.writtenAt).slice(-OUTBOX_SIZE);
    },
    keep(draft) {
      try {
        storage.setItem(prefix + draft.id, JSON.stringify(draft));
        kept.add(draft.id);
      } catch {
        // Full or forbidden: the draft lives in this tab's memory and is still shown until it is accepted.
      }
    },
    remove(id) {
      kept.delete(id);
      storage.removeItem(prefix + id);
    },
    isGone: (id) => kept.has(id) && storage.getItem(prefix + id) === null,
  };
}

/** What lies in the store, and what another tab showed although no storage would take it; oldest first. */
export function outboxOf(store: DraftStore, elsewhere: readonly Draft[] = []): Draft[] {
  const stored = store.load();
  const unkept = elsewhere.filter((draft) => !store.isGone(draft.id) && stored.every(({ id }) => id !== draft.id));
  return [...stored, ...unkept].sort((a, b) => a.writtenAt - b.writtenAt);
}

/** A draft, or nothing where somebody else's value lies under our prefix. */
function parsed(text: string | null): Draft | undefined {
  try {
    const value = JSON.parse(text ?? "");
    return typeof value?.id === "string" && typeof value.text === "string" && value.writtenAt > 0 ? value : undefined;
  } catch {
    return undefined;
  }
}
