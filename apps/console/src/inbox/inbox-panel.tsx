import { Tabs } from "@base-ui/react/tabs";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type RefObject, useEffect, useRef } from "react";
import type { Board } from "../board/use-board.ts";
import { t } from "../i18n.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { NotificationOffer } from "../ring/notification-offer.tsx";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { ClosedList } from "./closed-list.tsx";
import { OPEN_TABS, type Tab, tabCounts } from "./inbox-order.ts";
import styles from "./inbox-panel.module.css";
import { OpenList } from "./open-list.tsx";
import { SnoozedList } from "./snoozed-list.tsx";
import { useCountWords } from "./use-count-words.ts";
import { useSnoozed, useSnoozedAfresh } from "./use-snoozed.ts";

/** The list beside the board: its tabs, and the conversations of one of them. */
export function InboxPanel({ board }: { board: Board }) {
  const { tab = "mine" } = useSearch({ from: "/desk" });
  const navigate = useNavigate({ from: "/" });
  const content = useFocusOnWish(board);
  useSnoozedAfresh();
  const choose = (next: Tab) =>
    navigate({ search: (search) => ({ ...search, tab: next === "mine" ? undefined : next }), replace: true });

  return (
    <nav className={styles.panel} aria-label={t("inbox.conversations")}>
      <header className={styles.header}>
        <h1>{t("inbox.title")}</h1>
      </header>
      <Tabs.Root className={styles.tabs} value={tab} onValueChange={choose}>
        <TabList />
        <NotificationOffer />
        <Tabs.Panel ref={content} className={styles.content} value={tab} tabIndex={-1}>
          {tab === "closed" && <ClosedList board={board} />}
          {tab === "snoozed" && <SnoozedList board={board} />}
          {tab !== "closed" && tab !== "snoozed" && (
            <OpenList tab={tab} board={board} onQueue={() => choose("queue")} />
          )}
        </Tabs.Panel>
      </Tabs.Root>
    </nav>
  );
}

/** Takes the keyboard once the last pane has left the board: on the row that the Tab key reaches, or where rows would be. */
function useFocusOnWish({ panes, wish }: Board): RefObject<HTMLDivElement | null> {
  const content = useRef<HTMLDivElement>(null);
  const wanted = wish?.on === "list" && panes.length === 0;
  useEffect(() => {
    if (!wanted) return;
    const row = content.current?.querySelector<HTMLElement>("[tabindex='0']");
    (row ?? content.current)?.focus();
  }, [wanted]);
  return content;
}

function TabList() {
  const { me } = useDesk();
  const inbox = useLineState((state) => state.inbox);
  const counts = tabCounts(inbox, me.agent.id);
  const countWords = useCountWords();
  const snoozed = useSnoozed();
  return (
    <Tabs.List className={styles.list} activateOnFocus>
      {OPEN_TABS.map((tab) => (
        <Tabs.Tab key={tab} className={styles.tab} value={tab}>
          {t(`tab.${tab}`)} <b>{countWords(counts[tab])}</b>
        </Tabs.Tab>
      ))}
      <Tabs.Tab className={`${styles.tab} ${styles.sign} ${styles.first}`} value="snoozed" title={t("tab.snoozed")}>
        <Icon name="snooze" size="s" />
        <span className={atoms.hidden}>{t("tab.snoozed")}</span>
        {snoozed.rows.length > 0 && (
          <b>{snoozed.more ? t("inbox.atLeast", { count: snoozed.rows.length }) : snoozed.rows.length}</b>
        )}
      </Tabs.Tab>
      <Tabs.Tab className={`${styles.tab} ${styles.sign}`} value="closed" title={t("inbox.closed")}>
        <Icon name="done" size="s" />
        <span className={atoms.hidden}>{t("inbox.closed")}</span>
      </Tabs.Tab>
    </Tabs.List>
  );
}
