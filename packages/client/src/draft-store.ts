import { OUTBOX_AGE_MS, OUTBOX_SIZE } from "@shopbell/protocol/limits";
import type { MessageId } from "@shopbell/protocol/types";
import type { Draft } from "./line-state.ts";

/** Where drafts survive a reload. */
export interface DraftStore {
  /** Oldest first; none older than a day. */
  load(): Draft[];
  keep(draft: Draft): void;
  remove(id: MessageId): void;
}

/**
 * Keeps each draft under its own key, because tabs share the storage: an array under one key would be read, changed and
 * written by two tabs at once, and one of them would lose.
 *
 * @param prefix for example `shopbell:KEY:out:`
 * @param wall epoch milliseconds of this device
 */
export function draftStore(storage: Storage, prefix: string, wall: () => number): DraftStore {
  function keys(): string[] {
    return Object.keys(storage).filter((key) => key.startsWith(prefix));
  }
  return {
    load() {
      const drafts = keys().flatMap((key) => parsed(storage.getItem(key)));
      const fresh = drafts.filter((draft) => Math.abs(wall() - draft.writtenAt) < OUTBOX_AGE_MS);
      for (const draft of drafts) if (!fresh.includes(draft)) storage.removeItem(prefix + draft.id);
      return fresh.sort((a, b) => a.writtenAt - b.writtenAt).slice(-OUTBOX_SIZE);
    },
    keep(draft) {
      try {
        storage.setItem(prefix + draft.id, JSON.stringify(draft));
      } catch {
        // Full or forbidden: the draft lives in this tab's memory and is still shown until it is accepted.
      }
    },
    remove: (id) => storage.removeItem(prefix + id),
  };
}

function parsed(text: string | null): Draft[] {
  try {
    return text ? [JSON.parse(text)] : [];
  } catch {
    return []; // somebody else's value under our prefix
  }
}
