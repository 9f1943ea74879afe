import { Tabs } from "@base-ui/react/tabs";
import { useNavigate, useSearch } from "@tanstack/react-router";
import type { Board } from "../board/use-board.ts";
import { t } from "../i18n.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import { NotificationOffer } from "../ring/notification-offer.tsx";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { ClosedList } from "./closed-list.tsx";
import { type Tab, tabCounts } from "./inbox-order.ts";
import styles from "./inbox-panel.module.css";
import { OpenList } from "./open-list.tsx";

/** The list beside the board: its tabs, and the conversations of one of them. */
export function InboxPanel({ board }: { board: Board }) {
  const { tab = "mine" } = useSearch({ from: "/desk" });
  const navigate = useNavigate({ from: "/" });
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
        <Tabs.Panel className={styles.content} value={tab} tabIndex={-1}>
          {tab === "closed" ? (
            <ClosedList board={board} />
          ) : (
            <OpenList tab={tab} board={board} onQueue={() => choose("queue")} />
          )}
        </Tabs.Panel>
      </Tabs.Root>
    </nav>
  );
}

function TabList() {
  const { me } = useDesk();
  const inbox = useLineState((state) => state.inbox);
  const counts = tabCounts(inbox, me.agent.id);
  return (
    <Tabs.List className={styles.list} activateOnFocus>
      {(["mine", "queue", "open"] as const).map((tab) => (
        <Tabs.Tab key={tab} className={styles.tab} value={tab}>
          {t(`inbox.${tab}`)} <b>{counts[tab]}</b>
        </Tabs.Tab>
      ))}
      <Tabs.Tab className={`${styles.tab} ${styles.last}`} value="closed" title={t("inbox.closed")}>
        <Icon name="done" size="s" />
        <span className={atoms.hidden}>{t("inbox.closed")}</span>
      </Tabs.Tab>
    </Tabs.List>
  );
}
