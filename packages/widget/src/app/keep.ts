/** What the app keeps on the visitor's device, beside what the client keeps. Nothing before the visitor acts. */
export interface Keep {
  /** The text that was typed and not sent. */
  draft(): string;
  keepDraft(text: string): void;
  /** Where the panel was when the last page was left: "0" closed, "1" on the first screen, else the conversation. */
  place(): string;
  keepPlace(place: string): void;
  /** Calls back when another tab changes the draft. Returns how to stop. */
  onDraft(changed: () => void): () => void;
}

export function keepOf(siteKey: string): Keep {
  const prefix = `shopbell:${siteKey}:`;

  function read(name: string): string {
    try {
      return localStorage.getItem(prefix + name) ?? "";
    } catch {
      return ""; // SecurityError: the visitor allows no storage
    }
  }
  function write(name: string, value: string): void {
    try {
      if (value) localStorage.setItem(prefix + name, value);
      else localStorage.removeItem(prefix + name);
    } catch {
      // The same, or full: the draft lives on in this page.
    }
  }

  return {
    draft: () => read("draft"),
    keepDraft: (text) => write("draft", text),
    place: () => read("open"),
    keepPlace: (place) => write("open", place),
    onDraft(changed) {
      const hear = ({ key }: StorageEvent): void => {
        if (key === `${prefix}draft`) changed();
      };
      addEventListener("storage", hear);
      return () => removeEventListener("storage", hear);
    },
  };
}
