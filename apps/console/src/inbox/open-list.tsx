import { useMemo } from "react";
import type { Board } from "../board/use-board.ts";
import { t } from "../i18n.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { useRelayNow } from "../line/relay-now.ts";
import styles from "./empty-inbox.module.css";
import { EmptyInbox } from "./empty-inbox.tsx";
import { InboxList } from "./inbox-list.tsx";
import { type OpenTab, openItems } from "./inbox-order.ts";

/** How often it is looked whose promise nears. */
const ORDER_STEP_MS = 10_000;

interface OpenListProps {
  tab: OpenTab;
  board: Board;
  onQueue(): void;
}

/** The open conversations of a tab, or what to do while there are none. */
export function OpenList({ tab, board, onQueue }: OpenListProps) {
  const { me } = useDesk();
  const inbox = useLineState((state) => state.inbox);
  const loaded = useLineState((state) => state.inboxLoaded);
  const more = useLineState((state) => state.inboxMore);
  const now = useRelayNow(ORDER_STEP_MS);
  const items = useMemo(() => openItems(inbox, tab, me.agent.id, now), [inbox, tab, me.agent.id, now]);

  const foot = more && <p className={styles.foot}>{t("inbox.longestOnly")}</p>;
  if (items.length > 0) return <InboxList items={items} board={board} foot={foot} />;
  if (!loaded) return <p className={styles.loading}>{t("inbox.loading")}</p>;
  return <EmptyInbox tab={tab} onQueue={onQueue} />;
}
