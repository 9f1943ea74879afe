/** With what the editor begins: a reply in a chat, or words that were searched. */
export interface EditorSearch {
  /** The conversation of the reply. */
  from?: string | undefined;
  seq?: string | undefined;
  question?: string | undefined;
  locale?: string | undefined;
}

const NAMES = ["from", "seq", "question", "locale"] as const;

export function editorSearch(raw: Record<string, unknown>): EditorSearch {
  return Object.fromEntries(NAMES.flatMap((name) => (typeof raw[name] === "string" ? [[name, raw[name]]] : [])));
}
