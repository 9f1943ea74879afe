import { useMemo } from "react";
import type { Board } from "../board/use-board.ts";
import { refusalSentence } from "../http/problem-sentence.ts";
import { t } from "../i18n.ts";
import styles from "./empty-inbox.module.css";
import { InboxList } from "./inbox-list.tsx";
import type { Item } from "./inbox-order.ts";
import { useSnoozed } from "./use-snoozed.ts";

/** Conversations that were put off, those that come back first on top. */
export function SnoozedList({ board }: { board: Board }) {
  const { rows, more, loading, error } = useSnoozed();
  const items = useMemo(() => rows.map((row): Item => ({ kind: "row", row })), [rows]);

  const foot = more && <p className={styles.foot}>{t("snoozed.soonestOnly")}</p>;
  if (items.length > 0) return <InboxList items={items} board={board} foot={foot} />;
  if (loading) return <p className={styles.loading}>{t("inbox.loading")}</p>;
  if (error) return <p className={styles.loading}>{refusalSentence(error)}</p>;
  return (
    <div className={styles.empty}>
      <h2>{t("snoozed.none")}</h2>
      <p>{t("snoozed.noneWhat")}</p>
    </div>
  );
}
