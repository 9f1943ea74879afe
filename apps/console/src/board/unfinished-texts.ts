import type { ConversationId } from "@shopbell/protocol/types";

const PREFIX = "shopbell:console:unfinished";

/** What an agent has typed into each conversation and not sent. Survives reloads and sign-outs on this device. */
export interface UnfinishedTexts {
  read(id: ConversationId): string;
  /** Keeps a text; an empty one is forgotten. */
  write(id: ConversationId, text: string): void;
}

/** The unfinished texts of one agent, so that two agents who share a computer do not find each other's. */
export function unfinishedTexts(storage: Storage, agentId: string): UnfinishedTexts {
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
    // A full storage costs the text's survival of a reload; what is on the screen is untouched.
    console.error("the text could not be kept on this device", error);
  }
}
