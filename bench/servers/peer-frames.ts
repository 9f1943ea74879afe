// What the peers speak that Shopbell is measured beside: as little as a chat can do with.

/** A visitor says something. */
export interface Said {
  readonly type: "message.send";
  readonly conversationId: string;
  readonly id: string;
  readonly text: string;
}

/** An agent wants to hear what is said in these conversations. Answered with `WATCHING`. */
export interface Watch {
  readonly type: "conversations.watch";
  readonly ids: readonly string[];
}

export const WATCHING = '{"type":"watching"}';

const MAX_TEXT = 4_000;

export function isSaid(value: unknown): value is Said {
  if (typeof value !== "object" || value === null) return false;
  const { type, conversationId, id, text } = value as Record<string, unknown>;
  return (
    type === "message.send" &&
    typeof conversationId === "string" &&
    typeof id === "string" &&
    typeof text === "string" &&
    text.length > 0 &&
    text.length <= MAX_TEXT
  );
}

export function isWatch(value: unknown): value is Watch {
  if (typeof value !== "object" || value === null) return false;
  const { type, ids } = value as Record<string, unknown>;
  return type === "conversations.watch" && Array.isArray(ids) && ids.every((id) => typeof id === "string");
}

/** What the agent hears: what was said, stamped. */
export function added(said: Said): object {
  return { ...said, type: "entry.added", at: Date.now() };
}
