import type { ConversationId } from "@shopbell/protocol/types";

const PREFIX = "shopbell:console:draft";

/** What an agent was writing in each conversation. Survives reloads and sign-outs on this device. */
export interface ComposerDrafts {
  read(id: ConversationId): string;
  /** Keeps a text; an empty one is forgotten. */
  write(id: ConversationId, text: string): void;
}

/** Drafts of one agent, so that two agents who share a computer do not find each other's. */
export function composerDrafts(storage: Storage, agentId: string): ComposerDrafts {
  const keyOf = (id: ConversationId) => `${PREFIX}:${agentId}:${id}`;
  return {
    read: (id) => storage.getItem(keyOf(id)) ?? "",
    write(id, text) {
      if (text === "") storage.removeItem(keyOf(id));
      else keep(storage, keyOf(id), text);
    },
  };
}

function keep(storage: Storage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
  } catch (error) {
    // A full storage costs the draft's survival of a reload; the text on the screen is untouched.
    console.error("the draft could not be kept on this device", error);
  }
}
