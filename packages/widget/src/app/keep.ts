import type { ConversationId } from "@shopbell/protocol/types";

/**
 * `draft:`: typed on the first screen and not sent, or in the conversation that is named behind it.
 * `whereto:`: where the answer shall go, not taken by the relay, in the conversation that is named behind it.
 * `open`: "1" for an open panel, "0" for a closed one, and the conversation that was on its screen.
 */
type Kept = "open" | ReturnType<typeof draftIn> | `whereto:${ConversationId | null}`;

/** What the app keeps on the visitor's device, beside what the client keeps. Nothing before the visitor acts. */
export interface Keep {
  read(name: Kept): string;
  write(name: Kept, value: string): void;
}

/** The name of what is being written at a place, so that it is never sent to another one. */
export function draftIn(view: ConversationId | null) {
  return `draft:${view ?? ("" as const)}` as const;
}

export function keepOf(siteKey: string): Keep {
  const prefix = `shopbell:${siteKey}:`;
  const unkept: Partial<Record<Kept, string>> = {};
  return {
    read(name) {
      try {
        return unkept[name] ?? localStorage.getItem(prefix + name) ?? "";
      } catch {
        return ""; // SecurityError: the visitor allows no storage
      }
    },
    write(name, value) {
      try {
        delete unkept[name];
        if (value) localStorage.setItem(prefix + name, value);
        else localStorage.removeItem(prefix + name);
      } catch {
        unkept[name] = value; // The same, or full: it lives on in this page.
      }
    },
  };
}
