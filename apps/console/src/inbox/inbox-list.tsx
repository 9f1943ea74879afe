import type { ConversationId } from "@shopbell/protocol/types";
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import type { Board } from "../board/use-board.ts";
import { t } from "../i18n.ts";
import { useShortcuts } from "../shortcuts/use-shortcut.ts";
import styles from "./inbox-list.module.css";
import type { Item } from "./inbox-order.ts";
import { InboxRow, rowElementId } from "./inbox-row.tsx";
import { stepTo } from "./list-keys.ts";
import { useCountWords } from "./use-count-words.ts";

interface InboxListProps {
  items: readonly Item[];
  board: Board;
  /** Below the last row: that there are more, or how to get them. */
  foot?: ReactNode;
}

/** The rows of a tab. Only those in sight are drawn, and the one that the keyboard is on. */
export function InboxList({ items, board, foot }: InboxListProps) {
  const { reached, setReached, move, handle } = useKeyboardRow(items);
  const reachedAt = items.findIndex((item) => item.kind === "row" && item.row.id === reached);
  const countWords = useCountWords();
  const firstRow = items.find((item) => item.kind === "row")?.row.id;

  return (
    <div className={styles.list}>
      <Virtualizer ref={handle} data={items} keepMounted={reachedAt === -1 ? [] : [reachedAt]}>
        {(item) =>
          item.kind === "heading" ? (
            <h2 key={item.whose} className={styles.heading}>
              {t(item.whose === "ours" ? "inbox.ours" : "inbox.theirs")} <span>{countWords(item.count)}</span>
            </h2>
          ) : (
            <InboxRow
              key={item.row.id}
              row={item.row}
              place={board.placeOf(item.row.id)}
              current={board.current === item.row.id}
              reachable={item.row.id === (reachedAt === -1 ? firstRow : reached)}
              onOpen={() => board.open(item.row.id)}
              onReach={() => setReached(item.row.id)}
              onStep={move}
            />
          )
        }
      </Virtualizer>
      {foot}
    </div>
  );
}

/** The row under the keyboard: moved by arrows and by j and k, scrolled into sight, then focused. */
function useKeyboardRow(items: readonly Item[]) {
  const [reached, setReached] = useState<ConversationId | null>(null);
  const [wanted, setWanted] = useState<ConversationId | null>(null);
  const handle = useRef<VirtualizerHandle>(null);
  const rows = useMemo(() => items.flatMap((item) => (item.kind === "row" ? [item.row.id] : [])), [items]);

  const move = useCallback(
    (step: 1 | -1) => {
      const next = stepTo(rows, reached, step);
      if (next === null) return;
      handle.current?.scrollToIndex(
        items.findIndex((item) => item.kind === "row" && item.row.id === next),
        { align: "nearest" },
      );
      setReached(next);
      setWanted(next);
    },
    [items, rows, reached],
  );
  useShortcuts({ next: () => move(1), previous: () => move(-1) });

  // After the commit that keeps the row mounted, so that there is something to focus.
  useEffect(() => {
    if (wanted === null) return;
    document.getElementById(rowElementId(wanted))?.focus({ preventScroll: true });
    setWanted(null);
  }, [wanted]);

  return { reached, setReached, move, handle };
}
