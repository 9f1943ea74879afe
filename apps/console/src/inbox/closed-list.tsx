import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Board } from "../board/use-board.ts";
import { refusalSentence } from "../http/problem-sentence.ts";
import { closedQuery } from "../http/queries.ts";
import { t } from "../i18n.ts";
import { useLineState } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import styles from "./empty-inbox.module.css";
import { InboxList } from "./inbox-list.tsx";
import { closedRows, type Item } from "./inbox-order.ts";

/** Closed conversations, newest first, page by page. */
export function ClosedList({ board }: { board: Board }) {
  const inbox = useLineState((state) => state.inbox);
  const closed = useInfiniteQuery(closedQuery);
  const items = useMemo(() => {
    const fetched = closed.data?.pages.flatMap((page) => page.conversations) ?? [];
    return closedRows(fetched, inbox).map((row): Item => ({ kind: "row", row }));
  }, [closed.data, inbox]);

  const more = closed.hasNextPage && (
    <div className={styles.more}>
      <button
        type="button"
        className={atoms.button}
        disabled={closed.isFetchingNextPage}
        onClick={() => closed.fetchNextPage()}
      >
        {t("inbox.older")}
      </button>
    </div>
  );
  if (items.length > 0) return <InboxList items={items} board={board} foot={more} />;
  if (closed.isPending) return <p className={styles.loading}>{t("inbox.loading")}</p>;
  if (closed.isError) return <p className={styles.loading}>{refusalSentence(closed.error)}</p>;
  return (
    <div className={styles.empty}>
      <h2>{t("empty.closed")}</h2>
      <p>{t("empty.closedWhat")}</p>
    </div>
  );
}
