/** What the app keeps on the visitor's device, beside what the client keeps. Nothing before the visitor acts. */
export interface Keep {
  /** `draft`: typed and not sent. `open`: where the panel was: "0" closed, "1" on the first screen, else the conversation. */
  read(name: "draft" | "open"): string;
  write(name: "draft" | "open", value: string): void;
  /** Whether this key of the storage is the draft's. */
  isDraft(key: string | null): boolean;
}

export function keepOf(siteKey: string): Keep {
  const prefix = `shopbell:${siteKey}:`;
  return {
    isDraft: (key) => key === `${prefix}draft`,
    read(name) {
      try {
        return localStorage.getItem(prefix + name) ?? "";
      } catch {
        return ""; // SecurityError: the visitor allows no storage
      }
    },
    write(name, value) {
      try {
        if (value) localStorage.setItem(prefix + name, value);
        else localStorage.removeItem(prefix + name);
      } catch {
        // The same, or full: the draft lives on in this page.
      }
    },
  };
}
