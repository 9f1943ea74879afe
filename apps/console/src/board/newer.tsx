import { useState } from "react";
import { t } from "../i18n.ts";
import { Icon } from "../ui/icons.tsx";
import styles from "./thread-view.module.css";

interface NewerProps {
  lastSeq: number;
  shown: boolean;
  onPress(): void;
}

/** The way down, offered to who reads further up when something new has come. */
export function Newer({ lastSeq, shown, onPress }: NewerProps) {
  // The parent gives it a new key whenever the reader leaves or reaches the end, so this is the seq they left at.
  const [seqBefore] = useState(lastSeq);
  if (!shown || lastSeq <= seqBefore) return null;
  return (
    <button type="button" className={styles.newer} onClick={onPress}>
      <Icon name="down" size="s" />
      {t("thread.newer")}
    </button>
  );
}
