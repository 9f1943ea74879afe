import { useEffect, useState } from "react";
import { t } from "../i18n.ts";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import styles from "./snippet.module.css";

/** The line to paste into a shop's pages, with a button that copies it. */
export function Snippet({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 3_000);
    return () => clearTimeout(timer);
  }, [copied]);

  return (
    <div className={styles.snippet}>
      <code className={styles.code} dir="ltr">
        {text}
      </code>
      <button type="button" className={atoms.button} onClick={() => copy(text).then(setCopied)}>
        <Icon name={copied ? "check" : "copy"} size="s" />
        <span aria-live="polite">{t(copied ? "bell.copied" : "bell.copy")}</span>
      </button>
    </div>
  );
}

/** Copies, and says whether it worked: a page without https has no clipboard, and the text is there to be selected. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
