import { t } from "../i18n.ts";
import { useDesk, useLineState } from "../line/desk.tsx";
import atoms from "../ui/atoms.module.css";
import { Icon } from "../ui/icons.tsx";
import { BellNews } from "./bell-news.tsx";
import styles from "./empty-inbox.module.css";
import { type OpenTab, tabCounts } from "./inbox-order.ts";

interface EmptyInboxProps {
  tab: OpenTab;
  onQueue(): void;
}

/** What to do while nobody is in a tab: look into the queue, or make sure that the bell is on the shop's pages. */
export function EmptyInbox({ tab, onQueue }: EmptyInboxProps) {
  const { me } = useDesk();
  const inbox = useLineState((state) => state.inbox);
  const counts = tabCounts(inbox, me.agent.id);

  if (tab === "mine" && counts.queue > 0) {
    return (
      <div className={styles.empty}>
        <h2>{t("empty.queued", { count: counts.queue })}</h2>
        <p>{t("empty.queuedWhat")}</p>
        <button type="button" className={atoms.button} data-look="main" onClick={onQueue}>
          {t("empty.showQueue")}
        </button>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <span className={styles.bell}>
        <Icon name="bell" />
      </span>
      <h2>{t(tab === "mine" && counts.open > 0 ? "empty.mine" : "empty.nobody")}</h2>
      <BellNews />
    </div>
  );
}
