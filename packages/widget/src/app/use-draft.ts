import { useEffect, useState } from "preact/hooks";
import type { Keep } from "./keep.ts";

/** The text that is being written: it survives a reload, and all tabs have the same. */
export function useDraft(keep: Keep): [string, (text: string) => void] {
  const [draft, setDraft] = useState(keep.draft);
  useEffect(() => keep.onDraft(() => setDraft(keep.draft())), [keep]);

  function change(text: string): void {
    setDraft(text);
    keep.keepDraft(text);
  }
  return [draft, change];
}
